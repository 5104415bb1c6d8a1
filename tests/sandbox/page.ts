// The look of every page that the local Buffer shows to people: one sheet, light and dark, no script.

const SHEET = `
:root { color-scheme: light dark; --bg: #f6f6f4; --surface: #fff; --surface-2: #f0f0ed; --line: #e4e4df;
  --ink: #191917; --ink-2: #54544e; --ink-3: #6b6b64; --accent: #0b6e69; --accent-ink: #fff; --accent-soft: #dff1ef;
  --waiting: #8a4b00; --waiting-soft: #fdf0d9; --danger: #b3261e; --danger-soft: #fce8e6;
  --shadow: 0 1px 2px rgb(16 24 40 / 6%), 0 1px 3px rgb(16 24 40 / 8%); }
@media (prefers-color-scheme: dark) { :root { --bg: #161615; --surface: #1f1f1d; --surface-2: #292927;
  --line: #343431; --ink: #f3f3ef; --ink-2: #bcbcb4; --ink-3: #a3a39b; --accent: #5fd0c8; --accent-ink: #06302d;
  --accent-soft: #123936; --waiting: #f0b35e; --waiting-soft: #3a2a11; --danger: #ff9a90; --danger-soft: #43201d;
  --shadow: 0 1px 2px rgb(0 0 0 / 40%); } }
* { box-sizing: border-box; margin: 0; }
body { background: var(--bg); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto,
  "Noto Sans", sans-serif; }
a { color: var(--accent); }
button { font: inherit; font-weight: 600; padding: 9px 18px; border-radius: 10px; border: 1px solid var(--line);
  background: var(--surface); color: var(--ink); cursor: pointer; }
button.main { background: var(--accent); color: var(--accent-ink); border-color: var(--accent); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.banner { background: var(--waiting-soft); color: var(--waiting); text-align: center; padding: 8px 16px;
  font-size: 13px; font-weight: 600; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow); }
`;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

export interface Page {
  title: string;
  body: string;
  style?: string;
  head?: string;
}

/** A whole HTML document in the common look. `body`, `style` and `head` are HTML already. */
export function renderPage({ title, body, style = '', head = '' }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${head}
<style>${SHEET}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
