// `npm test`: every check and every test, and as its last line their true totals.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

interface Stage {
  name: string;
  command: string[];
  /** Reads the totals off the stage's report; without it the stage is one check. */
  totals?: () => Totals;
}

const REPORTS = 'test-results';
const VITEST_REPORT = `${REPORTS}/vitest.json`;
const E2E_REPORT = `${REPORTS}/e2e.json`;

function vitestTotals(): Totals {
  const report = JSON.parse(readFileSync(VITEST_REPORT, 'utf8'));
  // A file that could not be loaded holds no test, yet it is a failure.
  const broken = report.testResults.filter(
    (file: { status: string; assertionResults: unknown[] }) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function e2eTotals(): Totals {
  const { stats, errors } = JSON.parse(readFileSync(E2E_REPORT, 'utf8'));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

const CHECKS: Stage[] = [
  { name: 'lint', command: ['biome', 'check', '.'] },
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
];

const UNIT: Stage = {
  name: 'unit, architecture and contract tests',
  command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
  totals: vitestTotals,
};

/** Measured over the unit tests alone: a line that only chance has run is not covered. */
const COVERAGE: Stage = {
  name: 'coverage of the outbox and the rate budget, 100 %',
  command: ['vitest', 'run', '--coverage', '--reporter=dot', 'tests/unit/outbox', 'tests/unit/buffer'],
};

const BROWSER: Stage[] = [
  COVERAGE,
  {
    name: 'Firefox build',
    command: ['wxt', 'build', '-b', 'firefox', '--mv3'],
  },
  {
    name: 'web-ext lint of the Firefox build',
    command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery'],
  },
  { name: 'browser tests', command: ['playwright', 'test'], totals: e2eTotals },
];

/** Runs one stage; a stage that died without a report counts as one failure. */
function run({ name, command, totals }: Stage): Totals {
  const started = Date.now();
  console.error(`\n== ${name}`);
  const [program = '', ...args] = command;
  const { status } = spawnSync(`node_modules/.bin/${program}`, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  console.error(
    `== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  const ok = { passed: 1, failed: 0, skipped: 0 };
  const failed = { passed: 0, failed: 1, skipped: 0 };
  if (!totals) return status === 0 ? ok : failed;
  const report = command[0] === 'playwright' ? E2E_REPORT : VITEST_REPORT;
  if (!existsSync(report)) return failed;
  const counted = totals();
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

const quick = process.argv.includes('--quick');
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const all = [...CHECKS, UNIT, ...(quick ? [] : BROWSER)].map(run);
const sum = (part: keyof Totals) => all.reduce((total, stage) => total + stage[part], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
