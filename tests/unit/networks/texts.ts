// Texts of every kind that people post, made by chance: what counters and shortening are tried on.
import fc from 'fast-check';

/** Emoji of 2018 (Emoji 11), which X's package knows. */
export const EMOJI = [
  ...'😀 ❤️ ☕ ⭐ 🧶 👍🏽 🤷🏿‍♀️ 👩🏻‍🚀 👨‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 🇯🇵🇧🇷 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ #️⃣ *️⃣ 🅰️ ™️ 〰️ 🀄 🦸‍♂️ 🧑🏾'.split(' '),
];
const NEWER_EMOJI = ['👁️‍🗨️', '🫠', '🧑‍🎄', '🫱🏽‍🫲🏿', '❤️‍🔥', '🐦‍⬛', '☕\ufe0f\ufe0f'];
const WORDS = [
  ...'Queue a is It’s well-made naïve Grüße ẞ cafe\u0301 e\u0301\u0327 q\u0323\u0307 Ω Привет'.split(' '),
  ...'Ελλάδα 日本語 記事です。 「引用」 한국어 각\u11a8 汉字， नमस्ते क्षि ไทยแลนด์ தமிழ் مرحبا שלום'.split(' '),
  ...'\u202bעברית\u202c \u2067متن\u2069 “quoted” ‘so’ — … • €5 100% 3.14 10:30 C++ AT&T ½ 𝗯𝗼𝗹𝗱 𠮷野家'.split(
    ' ',
  ),
  ...'ﬁ \u00ad x\u200by'.split(' '),
];
const ASCII_HOSTS = ['example.com', 'a.de', 'www.example.co.uk', 'sub-domain.example.org', 'EXAMPLE.COM'];
const HOSTS = [
  ...ASCII_HOSTS,
  ...'t.co bücher.example.com grå.org xn--bcher-kva.com 例え.jp 日本語.com пример.рф مثال.com'.split(' '),
  ...'example.みんな a_b.example.com news.bbc.co.uk youtu.be 1.1.1.1.com'.split(' '),
];
const CLOSED_PATHS = ['', '/', '/a', '/a/b-c_d.html', '/Queue_(abstract_data_type)', '/a(b)c'];
const PATHS = [
  ...CLOSED_PATHS,
  ...'/(a(b)c) /wiki/Caf%C3%A9 /café /кириллица /日本 /@user /@user@host.com /a,b;c /a.b. /a! /a]'.split(' '),
  ...'/a) /a\'b /~me /a|b /#top #top /a#b /🐪/x /a=b /a* /a"b /$x'.split(' '),
];
const QUERIES = [
  '',
  '',
  ...'?q=1 ?a=b&c=d ?utm_source=x&y=%20 ?q=日本 ? ?a=(b) ?a=b. ?a[]=1 ?x=1#y ?a|b'.split(' '),
];
const ENDINGS = ['', '', '', ...'. , ! ? … ) ” " \'s : ; の記事 、 。 > 🙂 /'.split(' ')];
const BEFORE = ['', '', '', ...'( “ " \' の 、 > / _ - . : = é «'.split(' ')];
const NAMES = [
  'jane',
  'Jane_Doe',
  'j',
  'user.name',
  'a-b',
  'josé',
  'ユーザー',
  'very_long_name_of_some_person_here',
];
const SPACES = [' ', ' ', ' ', ' ', '\n', '\n\n', '\t', '\u00a0', '\u3000', '', ''];

const one = (...choices: string[][]) => fc.constantFrom(...choices.flat());
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));

const port = one(['', '', '', ':8080', ':443', ':99999', ':']);
/** An address with a scheme, and what stands directly before and after it. */
export const link = joined(
  one(['https://', 'http://', 'HTTPS://']),
  one(HOSTS),
  port,
  one(PATHS),
  one(QUERIES),
);
/** An address as people type it, without a scheme; X makes a link of it if the domain exists. */
const bare = joined(one(HOSTS), one(PATHS));
const oddLink = one([
  'https://',
  'https://localhost/a',
  'http://1.2.3.4/',
  'ftp://a.com/x',
  'https:/a.com',
  'https://user:pw@example.com/',
  'https://-a.com',
  'https://a..com',
  '//example.com/x',
  'mailto:a@b.com',
  'gemini://a.org/x',
]);
export const handle = joined(
  one(['@', '@', '@', '＠', '.@']),
  one(NAMES),
  one(['', '', '@example.social', '@grå.org', '@sub.host.org', '.bsky.social', '@localhost']),
);
export const tag = joined(
  one(['#', '#', '＃', '$']),
  one(['tag', 'Two_Words', '日本', '1st', 'C++', 'naïve', 'AAPL', '🙂']),
);
const mail = one(['jane@example.com', 'mail:jane@example.com.', 'a.b+c@d.co.uk']);
const word = fc.oneof(one(WORDS), fc.string({ unit: 'grapheme', maxLength: 6 }), fc.string({ maxLength: 8 }));
const wrapped = (piece: fc.Arbitrary<string>) => joined(one(BEFORE), piece, one(ENDINGS));

const textOf = (pieces: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(joined(pieces, one(SPACES)), { maxLength, size: 'max' }).map((all) => all.join(''));

/** Anything, with broken characters (half of a pair) among it. */
export const anyText = textOf(
  fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 3, arbitrary: one(EMOJI, NEWER_EMOJI) },
    { weight: 4, arbitrary: wrapped(link) },
    { weight: 2, arbitrary: wrapped(bare) },
    { weight: 1, arbitrary: oddLink },
    { weight: 2, arbitrary: wrapped(handle) },
    { weight: 2, arbitrary: wrapped(tag) },
    { weight: 1, arbitrary: mail },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    {
      weight: 1,
      arbitrary: one([
        '\u200d',
        '\ufe0f',
        '\ud83d',
        '\ude00',
        '\uffff',
        '\ufeff',
        '\ufffe',
        '\u0000',
        '\r\n',
      ]),
    },
  ),
  24,
);

const wholeLink = joined(
  one(['https://', 'http://']),
  one(ASCII_HOSTS),
  one(CLOSED_PATHS),
  one(['', '?q=1', '?a=b&c=d']),
);
const spaced = (piece: fc.Arbitrary<string>) => piece.map((text) => ` ${text} `);
const PLAIN = [
  { weight: 5, arbitrary: one(WORDS) },
  { weight: 2, arbitrary: one(EMOJI) },
  { weight: 2, arbitrary: spaced(wholeLink) },
  {
    weight: 1,
    arbitrary: spaced(
      joined(one(['@']), one(['jane', 'j.doe', 'a-b']), one(['', '@example.social', '.bsky.social'])),
    ),
  },
  { weight: 1, arbitrary: one([' #tag ', ' #日本 ', ' mail jane@example.com ']) },
];

/** Words and emoji alone. */
export const wordText = textOf(
  fc.oneof({ weight: 5, arbitrary: one(WORDS) }, { weight: 1, arbitrary: one(EMOJI, NEWER_EMOJI) }),
  60,
);

/** What is posted on an ordinary day: words, emoji, handles, tags and whole links with spaces around them. */
export const plainText = textOf(fc.oneof(...PLAIN), 24);

/** The same with domains among it that have no scheme. */
export const domainText = textOf(
  fc.oneof(...PLAIN, { weight: 2, arbitrary: spaced(joined(one(ASCII_HOSTS), one(CLOSED_PATHS))) }),
  24,
);
