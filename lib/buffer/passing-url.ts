// Addresses of pictures that work for a while, or only for who is signed in: Buffer would fetch them too late, or never.

/**
 * Query parameters that together make an address expire, in lower case.
 * S3 and CloudFront: docs.aws.amazon.com (sigv4-query-string-auth, private-content-creating-signed-url-canned-policy);
 * Google Cloud: cloud.google.com/storage/docs/access-control/signed-urls; Azure: learn.microsoft.com (service SAS);
 * Akamai's EdgeAuth token (`hdnts` by default); Alibaba's OSS.
 */
const SIGNED: readonly string[][] = [
  ['x-amz-signature'],
  ['x-goog-signature'],
  ['x-oss-signature'],
  ['signature', 'key-pair-id'],
  ['sig', 'se'],
  ['hdnea'],
  ['hdnts'],
  ['edge-cache-token'],
];
/** How others call the two halves, each with its own mixture: the time of the end, and the proof of it. */
const END = /^(?:x-)?(?:expires?|expiry|exp|expiration(?:timestamp)?)$/;
const PROOF = /^(?:x-)?(?:token|signature|sig|sign|md5|hash|hmac|s)$/;
const JWT = /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/;

/**
 * Hosts whose addresses carry their end under names of their own.
 * Facebook and Instagram answer "URL signature expired" after `oe`; Discord's attachments live a day, and not at all
 * without `ex`, `is` and `hm` (Discord's reference, Signed Attachment CDN URLs); LinkedIn's `e` is a time, its largest means never.
 */
const OWN_NAMES: readonly [host: RegExp, ends: (query: URLSearchParams, path: string) => boolean][] = [
  [/(?:^|\.)(?:fbcdn\.net|cdninstagram\.com)$/, (query) => query.has('oe') || query.has('oh')],
  [/^(?:cdn|media)\.discordapp\.(?:com|net)$/, (_, path) => /^\/(?:ephemeral-)?attachments\//.test(path)],
  [/^media(?:-exp\d+)?\.licdn\.com$/, (query) => query.has('e') && query.get('e') !== '2147483647'],
];

/**
 * Hosts that answer only to who is signed in. Slack: `url_private` wants a token unless the file was made public, which
 * adds `pub_secret` (docs.slack.dev, files.sharedPublicURL); GitHub: attachments of private repositories, raw files
 * with a token; Microsoft: SharePoint, Teams' and Outlook's attachments; Google: Gmail's and Chat's.
 */
const GATED: readonly RegExp[] = [
  /^(?:mail|chat)\.google\.com\//,
  /^files\.slack\.com\/(?!.*[?&]pub_secret=)/,
  /^private-user-images\.githubusercontent\.com\//,
  /^raw\.githubusercontent\.com\/.*[?&]token=/,
  /^[\w-]+\.sharepoint\.com\//,
  /^(?:[\w-]+\.)*(?:asm\.skype\.com|teams\.microsoft\.com|attachments\.office\.net|graph\.microsoft\.com)\//,
  /^file\.notion\.so\//,
];

/** Whether the address expires, or asks for cookies or a token: as far as that is certain from the address alone. */
export function isPassing({ hostname, pathname, search, searchParams }: URL): boolean {
  const names = [...searchParams.keys()].map((name) => name.toLowerCase());
  return (
    SIGNED.some((needed) => needed.every((name) => names.includes(name))) ||
    (names.some((name) => END.test(name)) && names.some((name) => PROOF.test(name))) ||
    [...searchParams.values()].some((value) => JWT.test(value)) ||
    OWN_NAMES.some(([host, ends]) => host.test(hostname) && ends(searchParams, pathname)) ||
    GATED.some((gated) => gated.test(hostname + pathname + search))
  );
}
