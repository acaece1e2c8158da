@echo off
rem The words of the Makefile for Windows; needs only Python 3.11, 3.12 or 3.13.
setlocal
cd /d "%~dp0"
set "KURASHI_PYTHON=python"
where py >nul 2>nul
if not errorlevel 1 set "KURASHI_PYTHON=py -3"
%KURASHI_PYTHON% tools\tasks.py %*
exit /b %errorlevel%
