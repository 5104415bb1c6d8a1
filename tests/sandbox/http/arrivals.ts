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

/** The rule that an arrival falls under, and what is aborted once it holds no more. */
interface Fate {
  rule: Rule;
  replaced: AbortSignal;
}

function fateOf({ faults }: Desk, { operation, api }: Arrival): Fate | null {
  const rule = faults.next(operation, api !== 'oauth');
  return rule ? { rule, replaced: faults.replaced() } : null;
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

/** Waits until the seconds are over, or the rule is. */
async function delay({ stopped }: Desk, { rule, replaced }: Fate): Promise<void> {
  const signal = AbortSignal.any([stopped, replaced]);
  await wait(rule.seconds * 1000, undefined, { signal }).catch(() => stopped.throwIfAborted());
}

/** Lets the caller suffer; false means that it was only kept waiting. */
async function suffer(desk: Desk, arrival: Arrival, line: OpenLine, fate: Fate): Promise<boolean> {
  const { rule } = fate;
  if (rule.do === 'delay') {
    await delay(desk, fate);
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
  const fate = fateOf(desk, arrival);
  if (fate) line.suffers(fate.rule);
  if (fate?.rule.when === 'before' && (await suffer(desk, arrival, line, fate))) {
    arrival.req.resume();
    return;
  }
  if (fate?.rule.when === 'late') {
    await commitLate(desk, arrival, line, fate.rule.afterSeconds ?? 0);
    await suffer(desk, arrival, line, fate);
    return;
  }
  const answer = await arrival.run();
  line.committed(answer);
  if (fate?.rule.when === 'after' && (await suffer(desk, arrival, line, fate))) return;
  await respond(desk, arrival, line, answer.response);
}
