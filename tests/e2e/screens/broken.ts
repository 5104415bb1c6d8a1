// Pages with one thing wrong with each, by the name of what has to find it: the judge is judged by them.

/** All is well with what stands around the part that is given. */
export const pageWith = (
  part: string,
): string => `<!doctype html><html lang="en"><title>A page</title><meta charset="utf-8"><style>
body { margin: 0; font: 14px/1.4 sans-serif; }
h1 { height: 30px; margin: 0; }
button { height: 30px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.plate { width: 100px; background: #eee; white-space: nowrap; }
.writing > footer { position: sticky; bottom: 0; padding: 10px; background: #fff; }
.scroll { height: 600px; }
.mark { position: relative; width: 80px; height: 80px; }
.mark > * { position: absolute; inset: 0; }
.mark > * + * { inset: auto 0 0 auto; width: 30px; }
</style><main><h1>A page</h1>${part}
<p class="hidden">Words that are for ears alone, however many there are of them here</p>
<p class="plate" style="overflow: hidden; text-overflow: ellipsis">Words that end where their box ends, and say so</p>
<p style="width: 100px; overflow-x: auto; white-space: nowrap" tabindex="0">Words that can be scrolled to, all of them</p>
<div class="mark"><button>A picture</button><button>ALT</button></div>`;

const form = (scroll: string, footer: string) =>
  `<form class="writing"><div class="scroll">${scroll}</div><footer>${footer}</footer></form>`;
const GO = '<button type="submit">Add to queue</button>';

export const BROKEN: Record<string, string> = {
  nothing: `<style>html { scroll-padding-bottom: 60px; }</style>${form('<p style="height: 230px; margin: 0"></p><button>One</button>', GO)}`,
  sideways: '<div style="width: 500px">Wide</div>',
  outOfView: form('<p>Long</p>', GO).replace('<footer>', '<footer style="position: static">'),
  crowdedOut: form('', `<p style="height: 150px">Much</p>${GO}`),
  cutOff: '<p class="plate">Words that go on beyond their plate</p>',
  wrapped: '<button class="button" style="width: 60px; height: 60px">Add to the queue</button>',
  overOneAnother: '<button>One of two</button><button style="margin-left: -40px">Another one</button>',
  torn: '<img src="data:image/png;base64,AAAA" alt="A lake" width="40" height="40">',
  behindTheFooter: form('<p style="height: 230px; margin: 0"></p><button>One</button>', GO),
  axe: '<p style="color: #bbb">Pale words</p>',
};
