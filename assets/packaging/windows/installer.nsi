; Installs Parallax for the user who runs it, without asking for more rights. Made by windows.sh, which defines
; VERSION, FOLDER (what is installed), SIZE (KB), OUT and writes the two lists of endings.
; As wide as the program; Debian's makensis has what it takes.
Target amd64-unicode
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
!include MUI2.nsh

Name "Parallax"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Parallax"
InstallDirRegKey HKCU "Software\Parallax" "folder"
BrandingText "Parallax ${VERSION}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Parallax"
!define MUI_ICON "parallax.ico"
!define MUI_UNICON "parallax.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\parallaxw.exe"
!insertmacro MUI_PAGE_LICENSE "${FOLDER}\LICENSE-MIT.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Parallax"
VIAddVersionKey "FileDescription" "Installs Parallax"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT or Apache-2.0"

; A program that is running cannot be written over: ask for it to be closed.
!macro closed un
Function ${un}Closed
  again:
  IfFileExists "$INSTDIR\parallax.exe" 0 done
  ClearErrors
  FileOpen $0 "$INSTDIR\parallax.exe" a
  IfErrors 0 writable
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Parallax is open. Save your work, close it, and try again." /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Quit
  writable:
  FileClose $0
  done:
FunctionEnd
!macroend
!insertmacro closed ""
!insertmacro closed "un."

Section
  Call Closed
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Parallax.lnk" "$INSTDIR\parallaxw.exe"
  WriteRegStr HKCU "Software\Parallax" "folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Parallax"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\parallax.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Parallax developers"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ; Documents open by a double click; everything else it reads has it under “Open with”.
  WriteRegStr HKCU "Software\Classes\.parallax" "" "Parallax.Document"
  WriteRegStr HKCU "Software\Classes\Parallax.Document" "" "Parallax document"
  WriteRegStr HKCU "Software\Classes\Parallax.Document\DefaultIcon" "" "$INSTDIR\parallax.exe,0"
  WriteRegStr HKCU "Software\Classes\Parallax.Document\shell\open\command" "" '"$INSTDIR\parallaxw.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\parallaxw.exe" "FriendlyAppName" "Parallax"
  WriteRegStr HKCU "Software\Classes\Applications\parallaxw.exe\shell\open\command" "" '"$INSTDIR\parallaxw.exe" "%1"'
  !include "${ENDINGS}"
SectionEnd

Section Uninstall
  Call un.Closed
  !include "${FILES}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Parallax.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Parallax"
  ReadRegStr $0 HKCU "Software\Classes\.parallax" ""
  StrCmp $0 "Parallax.Document" 0 +2
  DeleteRegKey HKCU "Software\Classes\.parallax"
  DeleteRegKey HKCU "Software\Classes\Parallax.Document"
  DeleteRegKey HKCU "Software\Classes\Applications\parallaxw.exe"
SectionEnd
