// One thread of a run: takes batches, gives verdicts.
import { parentPort } from 'node:worker_threads';
import { type Batch, runSchedules } from './run.ts';

// Thousands of errors are part of the plan, and nobody reads where they came from.
Error.stackTraceLimit = 0;
// Neither does anybody read what the product says of a disk that refuses.
console.error = () => {};

parentPort?.on('message', async (batch: Batch) => {
  parentPort?.postMessage(await runSchedules(batch));
});
