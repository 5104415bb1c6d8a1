// A `fetch` that leads to the simulated Buffer: real `Request` in, real `Response` out, the ways there and back in virtual time.
import type { Clock } from '../clock.ts';
import type { Reply } from './answers.ts';
import type { Fault } from './fault.ts';
import type { Call, SimulatedBuffer } from './server.ts';

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

/** The `fetch` of one worker; `marker` names the entry on whose behalf the call is made, for the judge alone. */
export function createFetch(ports: TransportPorts, marker: string | null = null): typeof fetch {
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
      void leave(ports, request, { marker, resolve: settle(resolve), reject: settle(reject) });
    });
}

interface Ends {
  marker: string | null;
  resolve(response: Response): void;
  reject(error: unknown): void;
}

async function leave(ports: TransportPorts, request: Request, ends: Ends): Promise<void> {
  const { clock } = ports;
  const call = await readCall(request, ends.marker);
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
    const { reply, reached } = arrive(ports.server, call, fault, clock.now);
    if (answer === 'hang') return;
    clock.at(clock.now + back + (fault?.delay?.back ?? 0), () => {
      if (answer === 'cut') return broken();
      if (ports.alive()) reached();
      ends.resolve(new Response(reply.body, { status: reply.status, headers: reply.headers ?? {} }));
    });
  });
}

function arrive(server: SimulatedBuffer, call: Call, fault: Fault | null, now: number) {
  if (call.operation !== 'token') return { reply: server.receive(call, fault), reached: () => undefined };
  const never = fault !== null && fault.commit !== 'arrival';
  if (never) return { reply: spoiltToken(fault), reached: () => undefined };
  const { reply, presentation } = server.auth.refresh(new URLSearchParams(String(call.input.form)), now);
  const spoilt = fault !== null && fault.answer !== 'honest';
  const reached = () => {
    presentation.answered = !spoilt;
  };
  const date = { Date: new Date(now).toUTCString(), 'Content-Type': 'application/json' };
  return { reply: spoilt ? spoiltToken(fault) : { ...reply, headers: date }, reached };
}

function spoiltToken({ answer }: Fault): Reply {
  if (String(answer).startsWith('limited'))
    return { status: 429, body: '', headers: { 'Retry-After': '30' } };
  return { status: typeof answer === 'number' ? answer : 502, body: 'upstream error' };
}

const OPERATION = /^\s*(?:query|mutation) (\w)(\w*)/;

async function readCall(request: Request, marker: string | null): Promise<Call> {
  const token = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '';
  const text = await request.text();
  if (request.url.endsWith('/token')) {
    return { operation: 'token', token, marker, input: { form: text }, paging: {} };
  }
  const { query, variables } = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
  const [, first = '', rest = ''] = OPERATION.exec(query) ?? [];
  const { input, ...paging } = variables;
  return {
    operation: first.toLowerCase() + rest,
    token,
    marker,
    input: (input ?? {}) as Record<string, unknown>,
    paging,
  };
}
