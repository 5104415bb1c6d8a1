// The seeded avatars: one small landscape or object per channel, plain enough to be told apart at 38 pixels.

const SCENES: Record<string, { ground: string; drawing: string }> = {
  // Two hills under a morning sun.
  twitter: {
    ground: '#f6d7a7',
    drawing:
      '<circle cx="54" cy="26" r="10" fill="#e2703a"/><path d="M0 60 26 30 46 56 58 44 76 62V76H0Z" fill="#3f5d4e"/>',
  },
  // An open notebook with a ribbon.
  linkedin: {
    ground: '#27496d',
    drawing:
      '<path d="M12 24q14-6 26 2v32q-12-8-26-2ZM64 24q-14-6-26 2v32q12-8 26-2Z" fill="#f4efe6"/><path d="M46 22v22l4-4 4 4V21Z" fill="#e2703a"/>',
  },
  // A bird over water.
  bluesky: {
    ground: '#bfe0ee',
    drawing:
      '<path d="M14 34q12-14 24 0 12-14 24 0-14-4-24 8-10-12-24-8Z" fill="#20557a"/><path d="M0 58q9.5-6 19 0t19 0 19 0 19 0v18H0Z" fill="#4d94b8"/>',
  },
  // A pine wood at dusk.
  mastodon: {
    ground: '#4b3f72',
    drawing:
      '<path d="m20 20 12 22h-6l10 18H4l10-18H8ZM52 12l14 26h-7l12 22H33l12-22h-7Z" fill="#a8d5ba"/><path d="M0 60h76v16H0Z" fill="#2d2547"/>',
  },
  // A door with a lamp, as of a reading room.
  facebook: {
    ground: '#8c3b2e',
    drawing:
      '<path d="M22 70V32a16 16 0 0 1 32 0v38Z" fill="#f3d9b1"/><path d="M28 70V34a10 10 0 0 1 20 0v36Z" fill="#5c2018"/><circle cx="44" cy="50" r="2.5" fill="#f3d9b1"/>',
  },
  // A leaf.
  instagram: {
    ground: '#f2e3d5',
    drawing:
      '<path d="M18 58C12 28 34 14 60 16 62 44 46 62 22 56Z" fill="#5a8f5c"/><path d="M14 64 48 28" stroke="#2f5233" stroke-width="4" fill="none" stroke-linecap="round"/>',
  },
  // A footpath that winds to the horizon.
  threads: {
    ground: '#dbe4c9',
    drawing:
      '<path d="M0 34h76v42H0Z" fill="#7f9c5e"/><path d="M30 76c-8-16 22-18 12-28-6-6-8-8-4-14h4c-2 6 4 8 10 14 10 10-2 14 2 28Z" fill="#f4efe6"/>',
  },
  // A cup and its steam.
  pinterest: {
    ground: '#e9b7b0',
    drawing:
      '<path d="M16 36h38v14a16 16 0 0 1-16 16h-6a16 16 0 0 1-16-16Z" fill="#7b2d3a"/><path d="M54 40h5a7 7 0 0 1 0 14h-6" stroke="#7b2d3a" stroke-width="4" fill="none"/><path d="M28 28q-4-6 0-12M40 28q-4-6 0-12" stroke="#fff6f0" stroke-width="4" fill="none" stroke-linecap="round"/>',
  },
  // A lantern at night.
  tiktok: {
    ground: '#16213e',
    drawing:
      '<path d="M38 10v8M28 18h20l4 8H24Z" stroke="#f6d7a7" stroke-width="4" fill="none" stroke-linejoin="round"/><path d="M24 28h28l-4 34H28Z" fill="#f2b632"/><path d="M38 34q8 10 0 20-8-10 0-20Z" fill="#e2703a"/>',
  },
  // A window with a view.
  youtube: {
    ground: '#c9d6df',
    drawing:
      '<path d="M14 14h48v48H14Z" fill="#fdf6e3"/><path d="m14 50 16-16 12 12 8-6 12 14v8H14Z" fill="#5a8f5c"/><circle cx="48" cy="26" r="6" fill="#f2b632"/><path d="M14 14h48v48H14ZM38 14v48M14 38h48" stroke="#8c3b2e" stroke-width="4" fill="none"/>',
  },
  // A shop front under an awning.
  googlebusiness: {
    ground: '#d8e8d0',
    drawing:
      '<path d="M14 34h48v30H14Z" fill="#f4efe6"/><path d="M12 18h52l4 18H8Z" fill="#3f5d4e"/><path d="M24 18l-3 18h11l1-18ZM43 18l1 18h11l-3-18Z" fill="#f4efe6"/><path d="M40 44h14v20H40Z" fill="#8c3b2e"/><path d="M20 44h14v12H20Z" fill="#4d94b8"/>',
  },
  // A signpost.
  startPage: {
    ground: '#efe0b9',
    drawing:
      '<path d="M35 12h6v54h-6Z" fill="#5c4326"/><path d="M18 16h36l8 7-8 7H18ZM58 36H22l-8 7 8 7h36Z" fill="#e2703a"/>',
  },
  // The person: initials.
  mara: {
    ground: '#3f5d4e',
    drawing:
      '<path d="M16 54V24l10 16 10-16v30M42 54l9-30 9 30M45 44h12" stroke="#f6d7a7" stroke-width="5" fill="none" stroke-linejoin="round" stroke-linecap="round"/>',
  },
};

/** The avatar of a seeded channel by its service, or of the person (`mara`), as an SVG document of 76 × 76. */
export function avatarSvg(name: string): string | undefined {
  const scene = Object.hasOwn(SCENES, name) ? SCENES[name] : undefined;
  if (!scene) return undefined;
  const ground = `<path d="M0 0h76v76H0Z" fill="${scene.ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 76 76" width="76" height="76">${ground}${scene.drawing}</svg>`;
}
