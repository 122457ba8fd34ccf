/** Whoever is signed in may see who they are, leave, and choose their language. */
export const sessionAbilities = { 'session.own': () => true };
