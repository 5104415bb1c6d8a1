// What this build was made for. A release build knows no local Buffer, so it holds no loopback address.

declare const __SANDBOX_ORIGIN__: string | null;
declare const __BUFFER_CLIENT_ID__: string | null;
declare const __BUILD__: string;

/** The local Buffer's origin in a sandbox build, else null. */
export const SANDBOX_ORIGIN: string | null = __SANDBOX_ORIGIN__;

/** The app registration that this build signs in with; null when the person has to bring one. */
export const BUILD_CLIENT_ID: string | null = __BUFFER_CLIENT_ID__;

/** Names this build: a release by its version, any other by the moment it was made. */
export const BUILD: string = __BUILD__;
