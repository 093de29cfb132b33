@echo off
rem Dubbelklik: Oogst in Windows Terminal als die er is, anders in het gewone venster.
chcp 65001 >nul
where wt >nul 2>nul
if %errorlevel%==0 (
    start "" wt -d "%~dp0." "%~dp0oogst.exe"
) else (
    "%~dp0oogst.exe"
)
