import { describe, expect, it } from 'vitest';
import { takesAlt, tightestAlt } from '../../../lib/networks/alt-text.ts';

describe('alt texts', () => {
  it('are as long as the strictest network lets them be', () => {
    expect(tightestAlt(['bluesky', 'twitter', 'linkedin'])).toEqual({ network: 'twitter', limit: 1000 });
    expect(tightestAlt(['facebook', 'pinterest'])).toEqual({ network: 'pinterest', limit: 500 });
  });

  it('have no limit where none is documented', () => {
    expect(tightestAlt([])).toBeNull();
    expect(tightestAlt(['facebook', 'a new one'])).toBeNull();
  });

  it('are taken but by the networks that are known to have no field for them', () => {
    expect(takesAlt('a new one')).toBe(true);
    expect(takesAlt('googlebusiness')).toBe(false);
  });
});
