// What is used of X's own package, which brings no types.
declare module 'twitter-text/dist/esm/parseTweet.js' {
  export default function parseTweet(text: string): { weightedLength: number };
}
