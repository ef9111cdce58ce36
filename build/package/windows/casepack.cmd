@echo off
rem The `casepack` command of an installed Casepack on Windows: its own Electron, run as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\Casepack.exe" "%~dp0..\resources\app.asar\out\main\cli.js" %*
exit /b %ERRORLEVEL%
