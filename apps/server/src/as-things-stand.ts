/** What somebody asked for cannot be done as things stand; nothing was changed. The message says what to do. */
export class NotAsThingsStand extends Error {}
