export {
  AUTHZEN_ENDPOINTS,
  AUTHZEN_METADATA,
  type AuthzenEndpoint,
  answerAuthzen,
  authzenMetadata,
} from './authzen.ts'
export { type ExportFile, exportFile } from './exports/fetch.ts'
export { avatarImage, uploadAvatar } from './identity/change-avatar.ts'
export { networkOf } from './identity/network.ts'
export { issueSetUpLink } from './identity/one-time-links.ts'
export { validateSession } from './identity/sessions.ts'
export { JOBS } from './jobs.ts'
export { authenticateKey } from './keys/authenticate.ts'
export { type OutboxMailer, sendAllDue, startOutboxWorker } from './outbox/worker.ts'
export { Activity } from './platform/activity.ts'
export type { Deps, Instance } from './platform/call.ts'
export { Changes } from './platform/changes.ts'
export { type Database, openDatabase } from './platform/database.ts'
export { Downloads } from './platform/downloads.ts'
export { idGenerator } from './platform/ids.ts'
export { type Job, runJob } from './platform/job.ts'
export type { KeptMail, Mailbox } from './platform/kept-mail.ts'
export { linkKey } from './platform/links.ts'
export type { MailDomains } from './platform/mail-domains.ts'
export { lockDataDirectory } from './platform/sqlite/lock.ts'
export { REST_ROUTES } from './rest.ts'
export { type AppRouter, appRouter } from './router.ts'
export type { Context } from './transport/context.ts'
export { answerRest, REST_ROOT, type RestAnswer, type RestRequest } from './transport/rest/answer.ts'
export { openApiDocument } from './transport/rest/document.ts'
export {
  HTTP_PROBLEMS,
  type HttpProblem,
  httpProblem,
  type Problem,
  problemOf,
} from './transport/rest/problem.ts'
export type { RestCall, Route } from './transport/rest/route.ts'
export { STATUS } from './transport/status.ts'
export { createCallerFactory } from './transport/trpc.ts'
export { startWebhookWorker, type WebhookWorker } from './webhooks/worker.ts'
