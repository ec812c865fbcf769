import type { LinkProps } from '@tanstack/react-router'

/** Where a link goes, as data: checked against the registered routes. */
export type LinkTarget = Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>
