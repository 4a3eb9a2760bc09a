import { migrateLocalDatabase, startLocalWorker, tickEveryMinute } from '../../../src/commands/lib/local-worker.ts';
import { readLocalSettings } from '../../../src/commands/lib/local-settings.ts';
import { stopOnSignal } from '../../../src/commands/lib/processes.ts';

// `npm start` without its build: other tests are reading the built site meanwhile.
const settings = readLocalSettings(process.env, 8787);
stopOnSignal(0);
await migrateLocalDatabase(settings.dataDir);
const { ended } = await startLocalWorker(settings);
tickEveryMinute(settings.port);
await ended;
