// What belongs to a person whom the seeded one does not know: it exists, and nobody here may see it.

export const STRANGERS_CHANNEL_ID = '64f0c0de00000000000000ff';
export const STRANGERS_POST_ID = '64f0b0570000000000000fff';
