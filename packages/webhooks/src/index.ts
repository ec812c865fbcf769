export { createPoster, type Outgoing, type Posted, type Poster, type PosterOptions } from './post.ts'
export type { Resolve, Resolved } from './resolve.ts'
export { type Signable, signedHeaders, webhookSecret } from './sign.ts'
export { readTarget } from './target.ts'
