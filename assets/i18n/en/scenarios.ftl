# Scenarios: what if some moved?

table-scenarios = Scenario
table-scenario_moves = Assumed move
field-scenario = Scenario
delete-also-scenario-moves = { $count ->
    [one] One assumed move will also be deleted.
   *[other] { $count } assumed moves will also be deleted.
}
