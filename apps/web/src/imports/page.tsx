import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { SettingsPages } from '../organizations/settings-pages.tsx'
import { useTitle } from '../pages/title.ts'
import { Callout } from '../ui/callout.tsx'
import { Card } from '../ui/card.tsx'
import { Name } from '../ui/name.tsx'
import { Section } from '../ui/section.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { ImportDetails } from './import-details.tsx'
import { ImportsList } from './imports-list.tsx'
import { NewImport } from './new-import.tsx'

const route = getRouteApi('/signed-in/$organization/settings/import')

/** Brings many people in by a file, and shows what came of it (D35). */
export function ImportPage() {
  const { here, whyNot } = useHere()
  const { import: open } = route.useSearch()
  const forbidden = whyNot('invitations.send')
  useTitle(`Import · ${here.name}`)
  return (
    <SettingsPages>
      {forbidden !== undefined ? (
        <Callout meaning="warning" title="Only who may invite people imports them.">
          {forbidden}
        </Callout>
      ) : open ? (
        <OneImport id={open} />
      ) : (
        <AllImports />
      )}
    </SettingsPages>
  )
}

function AllImports() {
  const { organization } = useHere()
  const [{ items, more }] = trpc.imports.list.useSuspenseQuery({ organization })
  return (
    <>
      <Section
        title="Import people"
        description="People of a file are invited with the roles, groups and projects that stand beside them; members are put into these. Nothing is done before you have seen what it comes to."
      >
        <NewImport />
      </Section>
      <Card title="Imports" flush>
        <ImportsList items={items} />
        {more && <p className="px-4 pb-3 text-ink-muted text-sm">Older ones are in the audit trail.</p>}
      </Card>
    </>
  )
}

function OneImport({ id }: { id: NonNullable<ReturnType<typeof route.useSearch>['import']> }) {
  const { organization } = useHere()
  const [shown] = trpc.imports.get.useSuspenseQuery({ organization, import: id })
  return (
    <Section
      title={<Name>{shown.name}</Name>}
      actions={
        <TextLink link={{ to: '/$organization/settings/import', params: { organization }, search: {} }}>
          All imports
        </TextLink>
      }
    >
      <ImportDetails key={shown.id} shown={shown} />
    </Section>
  )
}
