// Addresses in answers of Buffer: whatever is not http(s) never gets further than here.

/** An address as it came if it is http or https, else null. */
export function webAddress(address: string | null | undefined): string | null {
  const url = address ? URL.parse(address) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? (address ?? null) : null;
}
