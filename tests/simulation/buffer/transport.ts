// A `fetch` that leads to the simulated Buffer: real `Request` in, real `Response` out, the ways there and back in virtual time.
import type { Clock } from '../clock.ts';
import { type Call, readCall } from './call.ts';
import type { Fault } from './fault.ts';
import type { Arrival, SimulatedBuffer } from './server.ts';
import type { Reply } from './speech.ts';

export interface Trip {
  /** Milliseconds to the server and back. */
  there: number;
  back: number;
  fault: Fault | null;
}

export interface TransportPorts {
  clock: Clock;
  server: SimulatedBuffer;
  /** Decides what becomes of a call that is about to leave. */
  trip(operation: string, call: Call): Trip;
  /** False once the worker that made the call is gone: then nothing goes on there, whatever arrives here. */
  alive(): boolean;
  /** Told of every call when it leaves, before it arrives. */
  left?(call: Call): void;
}

/**
 * The `fetch` of one worker, made anew for each call that is decided on; `marker` names the entry on whose behalf
 * it is made, for the judge alone.
 */
export function createFetch(ports: TransportPorts, marker: string | null = null): typeof fetch {
  const decidedAt = ports.clock.now;
  return (input, init) =>
    new Promise<Response>((resolve, reject) => {
      const request = input instanceof Request ? input : new Request(input, init);
      const signal = init?.signal ?? request.signal;
      const settle =
        <T>(how: (value: T) => void) =>
        (value: T) => {
          if (ports.alive()) how(value);
        };
      signal.addEventListener('abort', () => settle(reject)(signal.reason));
      void leave(ports, request, {
        marker,
        decidedAt,
        waits: () => ports.alive() && !signal.aborted,
        resolve: settle(resolve),
        reject: settle(reject),
      });
    });
}

interface Ends {
  marker: string | null;
  /** When the call was decided on; a token that had to be renewed first may have held it up since. */
  decidedAt: number;
  /** Whether the caller lives, and has not given up. */
  waits(): boolean;
  resolve(response: Response): void;
  reject(error: unknown): void;
}

async function leave(ports: TransportPorts, request: Request, ends: Ends): Promise<void> {
  const { clock } = ports;
  const call = await readCall(request, { marker: ends.marker, leftAt: ends.decidedAt });
  if (!ports.alive()) return;
  ports.left?.(call);
  const { there, back, fault } = ports.trip(call.operation, call);
  const answer = fault?.answer ?? 'honest';
  const broken = () => ends.reject(new TypeError('Failed to fetch'));
  if (answer === 'refused') {
    clock.at(clock.now + there, broken);
    return;
  }
  ports.server.expect(call.marker, 1);
  clock.at(clock.now + there + (fault?.delay?.there ?? 0), () => {
    ports.server.expect(call.marker, -1);
    const { reply, reached } = arrive(ports, call, fault);
    if (answer === 'hang') return;
    clock.at(clock.now + back + (fault?.delay?.back ?? 0), () => {
      if (answer === 'cut') return broken();
      if (ends.waits()) reached();
      ends.resolve(new Response(reply.body, { status: reply.status, headers: reply.headers ?? {} }));
    });
  });
}

/** A worker that lives this long after an answer has written down what it says. */
const HEARD_MS = 3000;

function arrive(ports: TransportPorts, call: Call, fault: Fault | null) {
  const { server, clock, alive } = ports;
  if (call.operation !== 'token') {
    const reply = server.receive(call, fault);
    const arrival = server.arrivals.at(-1) as Arrival;
    const reached = () => {
      const heardAt = clock.now + HEARD_MS;
      if (arrival.nextAt === null) return;
      clock.at(heardAt, () => {
        if (alive()) arrival.heardAt = heardAt;
      });
    };
    return { reply, reached };
  }
  const never = fault !== null && fault.commit !== 'arrival';
  if (never) return { reply: spoiltToken(fault), reached: () => undefined };
  const { reply, presentation } = server.auth.refresh(
    new URLSearchParams(String(call.input.form)),
    clock.now,
  );
  const spoilt = fault !== null && fault.answer !== 'honest';
  const reached = () => {
    clock.at(clock.now + HEARD_MS, () => {
      if (alive()) presentation.answered = !spoilt;
    });
  };
  const date = { Date: new Date(clock.now).toUTCString(), 'Content-Type': 'application/json' };
  return { reply: spoilt ? spoiltToken(fault) : { ...reply, headers: date }, reached };
}

function spoiltToken({ answer }: Fault): Reply {
  if (String(answer).startsWith('limited'))
    return { status: 429, body: '', headers: { 'Retry-After': '30' } };
  return { status: typeof answer === 'number' ? answer : 502, body: 'upstream error' };
}
