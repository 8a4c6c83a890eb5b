/** Why a side of a comparison cannot be read, in a sentence. */
export class SideError extends Error {}
