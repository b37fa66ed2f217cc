; An installer for one user, who needs no rights for it: start menu, file types, and an uninstaller
; that leaves dossiers, settings and backups alone.
;
;     makensis -DVERSION=0.1.0 -DFROM=folder -DOUT=file.exe packaging/windows/installer.nsi

; As the program, for 64 bits.
Target amd64-unicode
SetCompressor /SOLID lzma
Name "CBM Workbench"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\CBM Workbench"
InstallDirRegKey HKCU "Software\CBM Workbench" "Folder"
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "CBM Workbench"
VIAddVersionKey /LANG=1033 "FileDescription" "CBM Workbench Setup"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "LegalCopyright" "MIT OR Apache-2.0"

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!define MUI_ICON "${FROM}/cbm-workbench.ico"
!define MUI_UNICON "${FROM}/cbm-workbench.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\cbm-workbench.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first one is for every language that is neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Dutch"

LangString Dossier ${LANG_ENGLISH} "Dossier of CBM Workbench"
LangString Dossier ${LANG_DUTCH} "Dossier van CBM Workbench"
LangString Review ${LANG_ENGLISH} "Review package of CBM Workbench"
LangString Review ${LANG_DUTCH} "Commentaarpakket van CBM Workbench"
LangString Running ${LANG_ENGLISH} "CBM Workbench is open. Close it and try again."
LangString Running ${LANG_DUTCH} "CBM Workbench is geopend. Sluit het programma en probeer het opnieuw."
LangString Stays ${LANG_ENGLISH} "Your dossiers, their backups and your settings stay where they are."
LangString Stays ${LANG_DUTCH} "Uw dossiers, de back-ups en uw instellingen blijven staan waar ze staan."

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CBM Workbench"

!macro FileType ENDING KIND NAME
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "${NAME}"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\cbm-workbench.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\cbm-workbench.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\${ENDING}" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${ENDING}\OpenWithProgids" "${KIND}" ""
!macroend

; A running program cannot be replaced; it may have a dossier open, so it is not closed from here.
!macro NotRunning
  ${If} ${FileExists} "$INSTDIR\cbm-workbench.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\cbm-workbench.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(Running)" /SD IDOK
      SetErrorLevel 1
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section
  SetShellVarContext current
  !insertmacro NotRunning
  SetOutPath "$INSTDIR"
  File "${FROM}/cbm-workbench.exe"
  File "${FROM}/cbm-workbench.com"
  File "${FROM}/README.md"
  File "${FROM}/CHANGELOG.md"
  File /oname=licences.txt "${FROM}/licences.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\CBM Workbench.lnk" "$INSTDIR\cbm-workbench.exe"
  !insertmacro FileType ".cbm" "CbmWorkbench.Dossier" "$(Dossier)"
  !insertmacro FileType ".cbmreview" "CbmWorkbench.Review" "$(Review)"
  WriteRegStr HKCU "Software\CBM Workbench" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "CBM Workbench"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\cbm-workbench.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "CBM Workbench"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro NotRunning
  Delete "$INSTDIR\cbm-workbench.exe"
  Delete "$INSTDIR\cbm-workbench.com"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\CHANGELOG.md"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only if nothing else is in it.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\CBM Workbench.lnk"
  DeleteRegKey HKCU "Software\Classes\CbmWorkbench.Dossier"
  DeleteRegKey HKCU "Software\Classes\CbmWorkbench.Review"
  DeleteRegValue HKCU "Software\Classes\.cbm\OpenWithProgids" "CbmWorkbench.Dossier"
  DeleteRegValue HKCU "Software\Classes\.cbmreview\OpenWithProgids" "CbmWorkbench.Review"
  ReadRegStr $0 HKCU "Software\Classes\.cbm" ""
  ${If} $0 == "CbmWorkbench.Dossier"
    DeleteRegValue HKCU "Software\Classes\.cbm" ""
  ${EndIf}
  ReadRegStr $0 HKCU "Software\Classes\.cbmreview" ""
  ${If} $0 == "CbmWorkbench.Review"
    DeleteRegValue HKCU "Software\Classes\.cbmreview" ""
  ${EndIf}
  DeleteRegKey HKCU "Software\CBM Workbench"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${un.RefreshShellIcons}
  DetailPrint "$(Stays)"
SectionEnd
