# Scenario’s: wat als sommigen opschuiven?

table-scenarios = Scenario
table-scenario_moves = Aangenomen stap
field-scenario = Scenario
delete-also-scenario-moves = { $count ->
    [one] Eén aangenomen stap wordt ook verwijderd.
   *[other] { $count } aangenomen stappen worden ook verwijderd.
}
