// The page for people at /_sandbox/: every channel with its posts, as a person would want to see a queue.
import { escapeHtml, renderPage } from '../page.ts';
import type { State } from '../world/state.ts';

type ChannelState = State['channels'][number];
type PostState = State['posts'][number];

const STYLE = `
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: center;
  padding: 14px 24px; background: var(--bg); border-bottom: 1px solid var(--line); }
header h1 { font-size: 17px; }
header time { color: var(--ink-2); font-variant-numeric: tabular-nums; margin-right: auto; }
header form { display: inline; } header button { padding: 6px 12px; font-size: 13px; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); gap: 20px; padding: 20px 24px 48px;
  align-items: start; }
section { padding: 16px; }
.head { display: flex; gap: 12px; align-items: center; }
.head img { width: 40px; height: 40px; border-radius: 999px; background: var(--surface-2); }
.head h2 { font-size: 15px; line-height: 1.3; overflow-wrap: anywhere; } .head p { color: var(--ink-3); font-size: 12px; }
.mark { margin-left: auto; padding: 2px 9px; border-radius: 999px; font-size: 12px; font-weight: 600;
  background: var(--waiting-soft); color: var(--waiting); }
.mark.off { background: var(--danger-soft); color: var(--danger); }
h3 { font-size: 12px; color: var(--ink-2); margin: 16px 0 2px; display: flex; justify-content: space-between; }
article { display: flex; gap: 12px; padding: 10px 0; border-top: 1px solid var(--line); }
article div { flex: 1; min-width: 0; }
article time { font-size: 13px; font-weight: 600; font-variant-numeric: tabular-nums; }
article p { white-space: pre-wrap; overflow-wrap: anywhere; display: -webkit-box; -webkit-line-clamp: 4;
  -webkit-box-orient: vertical; overflow: hidden; }
article img { width: 52px; height: 52px; border-radius: 6px; object-fit: cover; }
.none { color: var(--ink-3); padding-top: 12px; }
`;

/** In the order in which a person cares. */
const GROUPS: readonly [status: string, title: string][] = [
  ['error', 'Failed'],
  ['sending', 'Being sent'],
  ['scheduled', 'Queue'],
  ['needs_approval', 'Waiting for approval'],
  ['draft', 'Drafts'],
  ['sent', 'Sent'],
];

function moment(at: string | number, zone: string): string {
  const style = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: zone }).format(new Date(at));
}

function article(post: PostState, zone: string): string {
  const at = post.sentAt ?? post.dueAt;
  const time = at ? `<time datetime="${escapeHtml(at)}">${moment(at, zone)}</time>` : '';
  const picture = post.assets[0]?.thumbnail ?? post.linkAttachment?.thumbnail;
  const image = picture ? `<img src="${escapeHtml(picture)}" alt="">` : '';
  return `<article id="post-${escapeHtml(post.id)}"><div>${time}<p>${escapeHtml(post.text)}</p></div>${image}</article>`;
}

function group(posts: readonly PostState[], title: string, zone: string): string {
  if (posts.length === 0) return '';
  const articles = posts.map((post) => article(post, zone)).join('');
  return `<h3><span>${title}</span><span>${posts.length}</span></h3>${articles}`;
}

/** Soonest first, but what has been sent with the latest first. */
function inOrder(posts: readonly PostState[], status: string): PostState[] {
  const key = (post: PostState) => Date.parse(post.sentAt ?? post.dueAt ?? '') || 0;
  const direction = status === 'sent' ? -1 : 1;
  return posts.filter((post) => post.status === status).sort((a, b) => direction * (key(a) - key(b)));
}

function mark(channel: ChannelState): string {
  if (channel.isDisconnected) return '<span class="mark off">Disconnected</span>';
  return channel.isQueuePaused ? '<span class="mark">Paused</span>' : '';
}

function section(channel: ChannelState, posts: readonly PostState[]): string {
  const mine = posts.filter((post) => post.channelId === channel.id);
  const groups = GROUPS.map(([status, title]) => group(inOrder(mine, status), title, channel.timezone)).join(
    '',
  );
  return `<section class="card" aria-label="${escapeHtml(`${channel.name} on ${channel.service}`)}">
<div class="head"><img src="${escapeHtml(channel.avatar)}" alt=""><div><h2>${escapeHtml(channel.name)}</h2>
<p>${escapeHtml(channel.service)} · ${escapeHtml(channel.timezone)}</p></div>${mark(channel)}</div>
${groups || '<p class="none">No posts.</p>'}</section>`;
}

const button = (action: string, name: string, value: string, label: string) =>
  `<form method="post" action="/_sandbox/${action}"><button name="${name}" value="${value}">${label}</button></form>`;

/** `now` in milliseconds since the epoch, by the sandbox's clock. The page renews itself every few seconds. */
export function queuesPage({ channels, posts }: State, now: number): string {
  const title = 'Queues of the local Buffer';
  const buttons = [
    button('clock', 'advance', '3600', 'Clock + 1 hour'),
    button('clock', 'advance', '86400', 'Clock + 1 day'),
    button('reset', 'reset', 'yes', 'Reset'),
  ].join('');
  return renderPage({
    title,
    style: STYLE,
    head: '<meta http-equiv="refresh" content="5">',
    body: `<header><h1>${title}</h1><time>${moment(now, 'UTC')} UTC</time>${buttons}</header>
<main>${channels.map((channel) => section(channel, posts)).join('')}</main>`,
  });
}
