/** Supervision of the PostgreSQL that comes with the portal; README.md beside this file. */
export { isRunning, readPostmasterFile } from './postmaster-file.ts';
export { type DatabaseServer, startDatabaseServer } from './supervisor.ts';
