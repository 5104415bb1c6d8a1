// A person who signs in: opens the address, answers what is asked, and comes back with the answer's address.

/** Where the tests' sign-ins lead back to. */
export const RETURN_TO = `https://${'b'.repeat(32)}.chromiumapp.org/`;

/** A person's browser without scripts: follows redirects, keeps cookies, and answers the consent page. */
export async function visit(address: string, answer: 'allow' | 'deny'): Promise<string> {
  const cookies = new Map<string, string>();
  let [url, init]: [string, RequestInit] = [address, {}];
  for (let steps = 0; steps < 15; steps += 1) {
    if (url.startsWith(RETURN_TO)) return url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location && (!response.ok || init.method)) throw new Error(`stuck: ${response.status}`);
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    [url, init] = location ? [new URL(location, url).href, {}] : [url, { ...form, body: `answer=${answer}` }];
  }
  throw new Error('the browser went round in circles');
}
