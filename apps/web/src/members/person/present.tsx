import { Ellipsis, FolderKanban } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { AsOfButton } from '../../history/as-of-button.tsx'
import { useTitle } from '../../pages/title.ts'
import { useProjectLabel } from '../../projects/label.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { rowMenu } from '../row-menu.ts'
import { useStanding } from '../standing.ts'
import type { MemberInFull } from '../types.ts'
import { PersonDialogs } from './dialogs.tsx'
import { PersonHeader } from './header.tsx'
import { Overview } from './overview.tsx'
import { PersonTabs } from './person-tabs.tsx'
import { usePersonSearch } from './use-person-search.ts'

const AsOf = lazy(() => import('./as-of.tsx').then((file) => ({ default: file.AsOf })))
const Sessions = lazy(() => import('./sessions.tsx').then((file) => ({ default: file.Sessions })))
const Invited = lazy(() => import('./invited.tsx').then((file) => ({ default: file.Invited })))
const History = lazy(() => import('./history.tsx').then((file) => ({ default: file.History })))

/** The page of somebody who is a member: who they are, what they may do and why, and what can be done. */
export function PresentPerson({ person }: { person: MemberInFull }) {
  const { here, standing } = useStanding()
  const { search, set } = usePersonSearch()
  const label = useProjectLabel()
  useTitle(`${person.name} · ${here.name}`)
  const menu = rowMenu(person, standing, (dialog) => set({ dialog }), label.many)
  return (
    <>
      <PersonHeader
        person={person}
        title={person.title}
        you={person.you}
        actions={
          <>
            <AsOfButton day={search.asOf} onChange={(asOf) => set({ asOf, tab: undefined })} />
            <Button icon={FolderKanban} onClick={() => set({ dialog: 'assign', at: undefined })}>
              Assign to {label.many}
            </Button>
            <Menu
              label={`Actions for ${person.name}`}
              sections={menu}
              trigger={<Button icon={Ellipsis}>More</Button>}
            />
          </>
        }
      />
      <Suspense fallback={<SkeletonLines lines={8} />}>
        {search.asOf ? (
          <AsOf member={person.member} day={search.asOf} />
        ) : (
          <>
            <PersonTabs member={person.member} you={person.you} first="Overview" />
            {search.tab === undefined && <Overview person={person} />}
            {search.tab === 'sessions' && <Sessions person={person} />}
            {search.tab === 'invited' && <Invited user={person.user} name={person.name} />}
            {search.tab === 'history' && <History user={person.user} name={person.name} />}
          </>
        )}
      </Suspense>
      <PersonDialogs person={person} />
    </>
  )
}
