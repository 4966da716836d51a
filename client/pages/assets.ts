/** Addresses of the built client files. */
export interface Assets {
  css: string[];
  enhance: string;
  rooms: Entry;
  desk: Entry;
}
export interface Entry {
  script: string;
  /** Chunks the script needs at once, fetched beside it. */
  also: string[];
  css: string[];
}

/** Put in by the build (tools/build.ts). */
declare const __ASSETS__: Assets;
export const assets = (): Assets => __ASSETS__;
