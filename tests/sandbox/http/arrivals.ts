// One arrival at an API: it is logged, meets the faults, commits or not, and is answered or left in the dark.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, BeforeCommit, Clock, LogLine } from '../contract.ts';
import { type Faults, type Rule, substitute } from '../control/faults.ts';
import type { Late } from '../control/late.ts';
import type { Log, OpenLine } from '../control/log.ts';
import { sendAnswer } from './exchange.ts';

export interface Arrival {
  api: LogLine['api'];
  operation: string;
  req: IncomingMessage;
  res: ServerResponse;
  run(beforeCommit?: BeforeCommit): Promise<Answer>;
}

export interface Desk {
  clock: Clock;
  log: Log;
  faults: Faults;
  late: Late;
  /** Aborted when the server stops, so that no delay outlives it. */
  stopped: AbortSignal;
}

async function respond(desk: Desk, arrival: Arrival, line: OpenLine, response: Response): Promise<void> {
  line.answered(response.status);
  await sendAnswer(arrival.res, response, desk.clock);
}

/**
 * Breaks the connection. Browsers send a request once more by themselves when a connection that they have used
 * before breaks ahead of any answer; with a `status` the break comes after the headers, which rules that out.
 */
function cut({ req, res }: Arrival, { status }: Rule): void {
  if (status === undefined) {
    req.socket.destroy();
    return;
  }
  res.writeHead(status, { 'content-length': '1' });
  res.flushHeaders();
  req.socket.destroySoon();
}

/** Lets the caller suffer; false means that it was only kept waiting. */
async function suffer(desk: Desk, arrival: Arrival, line: OpenLine, rule: Rule): Promise<boolean> {
  if (rule.do === 'delay') {
    await wait(rule.seconds * 1000, undefined, { signal: desk.stopped });
    return false;
  }
  if (rule.do === 'cut') cut(arrival, rule);
  if (rule.do === 'status' || rule.do === 'body') await respond(desk, arrival, line, substitute(rule));
  return true;
}

/** Admits the request now and commits it when the clock is there; answers once the commit is on its way. */
function commitLate(desk: Desk, arrival: Arrival, line: OpenLine, seconds: number): Promise<void> {
  const at = desk.clock.now() + seconds * 1000;
  return desk.late.hold(at, async (untilDue) => {
    const answer = await arrival.run(() => {
      line.willCommit(at);
      return untilDue();
    });
    line.committed(answer);
  });
}

export async function receive(desk: Desk, arrival: Arrival): Promise<void> {
  const line = desk.log.open(arrival.api, arrival.operation);
  const rule = desk.faults.next(arrival.operation, arrival.api !== 'oauth');
  if (rule) line.suffers(rule);
  if (rule?.when === 'before' && (await suffer(desk, arrival, line, rule))) {
    arrival.req.resume();
    return;
  }
  if (rule?.when === 'late') {
    await commitLate(desk, arrival, line, rule.afterSeconds ?? 0);
    await suffer(desk, arrival, line, rule);
    return;
  }
  const answer = await arrival.run();
  line.committed(answer);
  if (rule?.when === 'after' && (await suffer(desk, arrival, line, rule))) return;
  await respond(desk, arrival, line, answer.response);
}
