// One thread of a run: takes batches, gives verdicts.
import { parentPort } from 'node:worker_threads';
import { type Batch, runSchedules } from './run.ts';

parentPort?.on('message', async (batch: Batch) => {
  parentPort?.postMessage(await runSchedules(batch));
});
