// Generates what the sources import. Schemas need no validators of their own: `server/core/schema/validate.ts` interprets them.
import './ruleSummaries.mjs';
