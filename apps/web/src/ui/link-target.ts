import type { LinkProps, RegisteredRouter } from '@tanstack/react-router'

type Path = keyof RegisteredRouter['routesByPath'] & string

/** Where a link goes, as data: path, parameters and search are checked against the registered routes. */
export type LinkTarget = {
  [To in Path]: Pick<LinkProps<'a', RegisteredRouter, string, To>, 'to' | 'params' | 'search' | 'hash'>
}[Path]
