"""Every resource of the API. Made from its OpenAPI document; a test holds it against that."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Iterator, Literal, Mapping, Sequence

from ._answers import Answer, Page
from ._resource import UNSET, Resource, Unset


class ClientChecks(Resource):
    def batch(
        self,
        *,
        checks: Sequence[Mapping[str, Any]],
        explain: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """May they do these?

        Up to 1000 questions, answered in their order. Whoever is no member, an account that was
        disabled, and a project that your key may not know of, are a plain no. Everybody may ask
        about themselves; about others it takes `members.read`, and at a project
        `project.members.read` there. A key that works at one project asks about that one. Never
        cached: a change of roles is in the next answer, and what expires is over at that moment.

        Needs the permission `organization.read`.

        explain: Whether to answer with what allows it.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "POST",
            "/check/batch",
            {},
            {"checks": checks, "explain": explain},
            timeout=timeout,
            retries=retries,
        )

    def permissions(
        self,
        *,
        subject: str,
        permissions: Sequence[str] | Unset = UNSET,
        project: str | Unset = UNSET,
        explain: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Which of these may they do?

        Of the permissions given, or of all that can be held there. Whoever is no member, an
        account that was disabled, and a project that your key may not know of, are a plain no.
        Everybody may ask about themselves; about others it takes `members.read`, and at a project
        `project.members.read` there. A key that works at one project asks about that one. Never
        cached: a change of roles is in the next answer, and what expires is over at that moment.

        Needs the permission `organization.read`.

        subject: Who it is about: an account (`usr_…`), a membership (`mem_…`), a service account
        (`svc_…`), a proven email address or a username.
        project: At which project; left out, at the organization, and so at every project of it.
        explain: Whether to answer with what allows it.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "POST",
            "/check/permissions",
            {},
            {
                "subject": subject,
                "permissions": permissions,
                "project": project,
                "explain": explain,
            },
            timeout=timeout,
            retries=retries,
        )

    def projects(
        self,
        *,
        subject: str,
        permission: str,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        explain: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """On which projects may they do this?

        The projects that `check` says yes to, of those that you may ask about, in the order of
        their making. Whoever is no member, an account that was disabled, and a project that your
        key may not know of, are a plain no. Everybody may ask about themselves; about others it
        takes `members.read`, and at a project `project.members.read` there. A key that works at
        one project asks about that one. Never cached: a change of roles is in the next answer, and
        what expires is over at that moment.

        Needs the permission `organization.read`.

        subject: Who it is about: an account (`usr_…`), a membership (`mem_…`), a service account
        (`svc_…`), a proven email address or a username.
        permission: What they would do, as roles name it.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        explain: Whether to answer with what allows it.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "POST",
            "/check/projects",
            {},
            {
                "subject": subject,
                "permission": permission,
                "page_size": page_size,
                "cursor": cursor,
                "explain": explain,
            },
            timeout=timeout,
            retries=retries,
        )

    def projects_all(
        self,
        *,
        subject: str,
        permission: str,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        explain: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """On which projects may they do this?

        Goes through all pages, asking for each when it is come to.

        The projects that `check` says yes to, of those that you may ask about, in the order of
        their making. Whoever is no member, an account that was disabled, and a project that your
        key may not know of, are a plain no. Everybody may ask about themselves; about others it
        takes `members.read`, and at a project `project.members.read` there. A key that works at
        one project asks about that one. Never cached: a change of roles is in the next answer, and
        what expires is over at that moment.

        Needs the permission `organization.read`.

        subject: Who it is about: an account (`usr_…`), a membership (`mem_…`), a service account
        (`svc_…`), a proven email address or a username.
        permission: What they would do, as roles name it.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        explain: Whether to answer with what allows it.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "POST",
            "/check/projects",
            {},
            {
                "subject": subject,
                "permission": permission,
                "page_size": page_size,
                "cursor": cursor,
                "explain": explain,
            },
            timeout=timeout,
            retries=retries,
        )

    def subjects(
        self,
        *,
        permission: str,
        project: str | Unset = UNSET,
        type: Literal["user", "service_account"] | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        explain: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """Who may do this?

        Everybody about whom `check` says yes, directly or through groups, in the order of their
        memberships. Whoever is no member, an account that was disabled, and a project that your
        key may not know of, are a plain no. Everybody may ask about themselves; about others it
        takes `members.read`, and at a project `project.members.read` there. A key that works at
        one project asks about that one. Never cached: a change of roles is in the next answer, and
        what expires is over at that moment.

        Needs the permission `organization.read`.

        permission: What they would do, as roles name it.
        project: At which project; left out, at the organization, and so at every project of it.
        type: Left out: both.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        explain: Whether to answer with what allows it.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "POST",
            "/check/subjects",
            {},
            {
                "permission": permission,
                "project": project,
                "type": type,
                "page_size": page_size,
                "cursor": cursor,
                "explain": explain,
            },
            timeout=timeout,
            retries=retries,
        )

    def subjects_all(
        self,
        *,
        permission: str,
        project: str | Unset = UNSET,
        type: Literal["user", "service_account"] | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        explain: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """Who may do this?

        Goes through all pages, asking for each when it is come to.

        Everybody about whom `check` says yes, directly or through groups, in the order of their
        memberships. Whoever is no member, an account that was disabled, and a project that your
        key may not know of, are a plain no. Everybody may ask about themselves; about others it
        takes `members.read`, and at a project `project.members.read` there. A key that works at
        one project asks about that one. Never cached: a change of roles is in the next answer, and
        what expires is over at that moment.

        Needs the permission `organization.read`.

        permission: What they would do, as roles name it.
        project: At which project; left out, at the organization, and so at every project of it.
        type: Left out: both.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        explain: Whether to answer with what allows it.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "POST",
            "/check/subjects",
            {},
            {
                "permission": permission,
                "project": project,
                "type": type,
                "page_size": page_size,
                "cursor": cursor,
                "explain": explain,
            },
            timeout=timeout,
            retries=retries,
        )



class ClientResources(Resource):
    @property
    def checks(self) -> ClientChecks:
        return ClientChecks(self._connection, self._bound)

    def check(
        self,
        *,
        subject: str,
        permission: str,
        project: str | Unset = UNSET,
        explain: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """May they do this?

        By the rule that lets every request in. Whoever is no member, an account that was disabled,
        and a project that your key may not know of, are a plain no. Everybody may ask about
        themselves; about others it takes `members.read`, and at a project `project.members.read`
        there. A key that works at one project asks about that one. Never cached: a change of roles
        is in the next answer, and what expires is over at that moment.

        Needs the permission `organization.read`.

        subject: Who it is about: an account (`usr_…`), a membership (`mem_…`), a service account
        (`svc_…`), a proven email address or a username.
        permission: What they would do, as roles name it.
        project: At which project; left out, at the organization, and so at every project of it.
        explain: Whether to answer with what allows it.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "POST",
            "/check",
            {},
            {"subject": subject, "permission": permission, "project": project, "explain": explain},
            timeout=timeout,
            retries=retries,
        )



class OrganizationAssignments(Resource):
    def assign(
        self,
        *,
        changes: Sequence[Mapping[str, Any]] | Unset = UNSET,
        members: Sequence[str] | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        projects: Sequence[str] | Unset = UNSET,
        role_id: str | None | Unset = UNSET,
        expires_at: str | datetime | None | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        dry_run: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Give roles and take them away.

        Many people and groups × many projects with one role, or a list of changes with terms of
        their own. One result for each; `item` says whom and where. Role null takes away. With
        `dry_run=true`, what each would gain and lose.

        Needs the permission `organization.read`.

        Refused with: beyond-your-own, must-be-member, role-level-mismatch, project-archived,
        owner-through-group, owner-is-a-person, expiry-in-the-past, reason-required, last-owner,
        changed-meanwhile, too-large, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/assignments",
            {},
            {
                "changes": changes,
                "members": members,
                "groups": groups,
                "projects": projects,
                "role": role_id,
                "expires_at": expires_at,
                "reason": reason,
            },
            dry_run=dry_run,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def ending(
        self,
        *,
        within: int | Unset = UNSET,
        project: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List roles that end by themselves.

        What ends within so many days and what has ended in the last thirty, the soonest first.

        Needs the permission `members.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/assignments/ending",
            {},
            {"within": within, "project": project},
            timeout=timeout,
            retries=retries,
        )

    def renew(
        self,
        assignment_id: str,
        *,
        expires_at: str | datetime | None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Give a role once more, with another end or none.

        Needs the permission `organization.read`.

        Refused with: beyond-your-own, must-be-member, role-level-mismatch, project-archived,
        owner-through-group, owner-is-a-person, expiry-in-the-past, reason-required, last-owner,
        changed-meanwhile, too-large, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/assignments/{assignment}/renew",
            {"assignment": assignment_id},
            {"expires_at": expires_at},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )



class OrganizationAudit(Resource):
    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        person: str | Unset = UNSET,
        action: Literal["instance.set-up", "instance.restored", "identity.signed-up", "identity.signed-in", "identity.signed-out", "identity.email-verified", "identity.email-change-asked", "identity.email-changed", "identity.password-reset-asked", "identity.password-reset", "identity.password-changed", "identity.profile-changed", "identity.session-ended", "identity.account-deleted", "identity.avatar-changed", "identity.notifications-changed", "identity.muted", "identity.unmuted", "organization.created", "organization.updated", "organization.deleted", "organization.restored", "member.joined", "member.updated", "member.role-changed", "member.removed", "member.left", "member.password-reset-sent", "member.sessions-ended", "member.ownership-transferred", "member.offboarded", "invitation.sent", "invitation.resent", "invitation.extended", "invitation.edited", "invitation.link-copied", "invitation.superseded", "invitation.revoked", "invitation.deleted", "invitation.opened", "invitation.accepted", "invitation.declined", "invitation.handed-over", "invitation.reminded", "invitation.purged", "role.created", "role.updated", "role.deleted", "project.created", "project.updated", "project.archived", "project.restored", "project.deleted", "project.transferred", "group.created", "group.updated", "group.deleted", "group.member-added", "group.member-removed", "group.member-changed", "assignment.given", "assignment.changed", "assignment.ended", "assignment.renewed", "request.made", "request.approved", "request.rejected", "request.withdrawn", "domain.added", "domain.verified", "domain.updated", "domain.removed", "template.updated", "template.reset", "onboarding.updated", "onboarding.step-done", "onboarding.dismissed", "review.started", "review.decided", "review.closed", "review.cancelled", "export.made", "import.started", "import.finished", "import.cancelled", "service-account.created", "service-account.updated", "service-account.removed", "key.created", "key.updated", "key.rotated", "key.revoked", "webhook.created", "webhook.updated", "webhook.rotated", "webhook.disabled", "webhook.enabled", "webhook.tested", "webhook.replayed", "webhook.deleted", "audit.pruned", "change.undone"] | Unset = UNSET,
        from_: str | datetime | Unset = UNSET,
        to: str | datetime | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List the audit trail.

        The newest first.

        Needs the permission `audit.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/audit/entries",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "person": person,
                "action": action,
                "from": from_,
                "to": to,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        person: str | Unset = UNSET,
        action: Literal["instance.set-up", "instance.restored", "identity.signed-up", "identity.signed-in", "identity.signed-out", "identity.email-verified", "identity.email-change-asked", "identity.email-changed", "identity.password-reset-asked", "identity.password-reset", "identity.password-changed", "identity.profile-changed", "identity.session-ended", "identity.account-deleted", "identity.avatar-changed", "identity.notifications-changed", "identity.muted", "identity.unmuted", "organization.created", "organization.updated", "organization.deleted", "organization.restored", "member.joined", "member.updated", "member.role-changed", "member.removed", "member.left", "member.password-reset-sent", "member.sessions-ended", "member.ownership-transferred", "member.offboarded", "invitation.sent", "invitation.resent", "invitation.extended", "invitation.edited", "invitation.link-copied", "invitation.superseded", "invitation.revoked", "invitation.deleted", "invitation.opened", "invitation.accepted", "invitation.declined", "invitation.handed-over", "invitation.reminded", "invitation.purged", "role.created", "role.updated", "role.deleted", "project.created", "project.updated", "project.archived", "project.restored", "project.deleted", "project.transferred", "group.created", "group.updated", "group.deleted", "group.member-added", "group.member-removed", "group.member-changed", "assignment.given", "assignment.changed", "assignment.ended", "assignment.renewed", "request.made", "request.approved", "request.rejected", "request.withdrawn", "domain.added", "domain.verified", "domain.updated", "domain.removed", "template.updated", "template.reset", "onboarding.updated", "onboarding.step-done", "onboarding.dismissed", "review.started", "review.decided", "review.closed", "review.cancelled", "export.made", "import.started", "import.finished", "import.cancelled", "service-account.created", "service-account.updated", "service-account.removed", "key.created", "key.updated", "key.rotated", "key.revoked", "webhook.created", "webhook.updated", "webhook.rotated", "webhook.disabled", "webhook.enabled", "webhook.tested", "webhook.replayed", "webhook.deleted", "audit.pruned", "change.undone"] | Unset = UNSET,
        from_: str | datetime | Unset = UNSET,
        to: str | datetime | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List the audit trail.

        Goes through all pages, asking for each when it is come to.

        The newest first.

        Needs the permission `audit.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/audit/entries",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "person": person,
                "action": action,
                "from": from_,
                "to": to,
            },
            timeout=timeout,
            retries=retries,
        )

    def people(
        self,
        *,
        search: str,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Find people in the audit trail.

        Needs the permission `audit.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/audit/people",
            {},
            {"search": search},
            timeout=timeout,
            retries=retries,
        )

    def undo(
        self,
        entry_id: str,
        *,
        dry_run: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Undo a change.

        Under the rules of today: the caller must be allowed to do the opposite. With
        `dry_run=true`, what would come back and what would go.

        Needs the permission `organization.read`.

        Refused with: undo-not-possible, undo-too-late, changed-meanwhile, beyond-your-own,
        must-be-member, project-archived, reason-required, seat-limit, domain-blocked,
        other-organization, already-member, already-invited, name-taken, last-owner,
        already-in-group, group-cycle, owner-through-group, expiry-in-the-past,
        role-level-mismatch, invitation-not-open, people-only, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/audit/entries/{entry}/undo",
            {"entry": entry_id},
            {},
            dry_run=dry_run,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def undo_many(
        self,
        entries: Sequence[int],
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Undo many changes.

        Each by itself.

        Needs the permission `organization.read`.

        Refused with: undo-not-possible, undo-too-late, changed-meanwhile, beyond-your-own,
        must-be-member, project-archived, reason-required, seat-limit, domain-blocked,
        other-organization, already-member, already-invited, name-taken, last-owner,
        already-in-group, group-cycle, owner-through-group, expiry-in-the-past,
        role-level-mismatch, invitation-not-open, people-only, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/audit/undo",
            {},
            {"entries": entries},
            items=entries,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def undoable(
        self,
        change_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List the entries of a call that can be undone.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/audit/changes/{change}",
            {"change": change_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def verify(
        self,
        *,
        sequence: int | Unset = UNSET,
        hash: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Verify the audit trail.

        Recomputes the chain from its first entry, and tells whether it is intact or where it first
        is not. With `sequence` and `hash`, whether an entry that was noted earlier is still there.

        Needs the permission `audit.read`.

        sequence: Of an entry that was noted earlier.
        hash: And its hash: it must still be there.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/audit/verification",
            {},
            {"sequence": sequence, "hash": hash},
            timeout=timeout,
            retries=retries,
        )



class OrganizationDomains(Resource):
    def add(
        self,
        *,
        name: str,
        mailbox: Literal["postmaster", "admin"] | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Add a domain.

        Sends its postmaster, or its admin, the proof: until it is followed nothing else changes.
        Answers the resource, which takes `organization.read` as well.

        Needs the permission `organization.update`.

        Refused with: domain-public, domain-taken, name-taken, too-large, too-many-attempts,
        key-needed, key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy,
        storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/domains",
            {},
            {"name": name, "mailbox": mailbox},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        domain_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a domain.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/domains/{domain}",
            {"domain": domain_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """List domains.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/domains",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def remove(
        self,
        domain_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Give a domain up.

        Members stay.

        Needs the permission `organization.update`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/domains/{domain}",
            {"domain": domain_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def send_proof(
        self,
        domain_id: str,
        *,
        mailbox: Literal["postmaster", "admin"] | Unset = UNSET,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Send the proof of a domain again.

        Answers the resource, which takes `organization.read` as well.

        Needs the permission `organization.update`.

        Refused with: changed-meanwhile, domain-taken, too-many-attempts, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/domains/{domain}/proof",
            {"domain": domain_id},
            {"mailbox": mailbox},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        domain_id: str,
        *,
        auto_join: str | None,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Let people with an address at a domain join by themselves, or no more.

        Answers the resource, which takes `organization.read` as well.

        Needs the permission `organization.update`.

        Refused with: domain-unproven, role-level-mismatch, beyond-your-own, auto-join-role,
        key-needed, key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy,
        storage-full, precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}/domains/{domain}",
            {"domain": domain_id},
            {"auto_join": auto_join},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationExports(Resource):
    def create(
        self,
        *,
        what: Literal["members", "invitations", "assignments", "roles", "audit"],
        format: Literal["csv", "json"],
        search: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        inactive_days: int | Unset = UNSET,
        status: Literal["open", "pending", "active", "expired", "expiring", "undeliverable", "accepted", "declined", "revoked", "all"] | Unset = UNSET,
        sender: str | Unset = UNSET,
        project: str | Unset = UNSET,
        person: str | Unset = UNSET,
        action: Literal["instance.set-up", "instance.restored", "identity.signed-up", "identity.signed-in", "identity.signed-out", "identity.email-verified", "identity.email-change-asked", "identity.email-changed", "identity.password-reset-asked", "identity.password-reset", "identity.password-changed", "identity.profile-changed", "identity.session-ended", "identity.account-deleted", "identity.avatar-changed", "identity.notifications-changed", "identity.muted", "identity.unmuted", "organization.created", "organization.updated", "organization.deleted", "organization.restored", "member.joined", "member.updated", "member.role-changed", "member.removed", "member.left", "member.password-reset-sent", "member.sessions-ended", "member.ownership-transferred", "member.offboarded", "invitation.sent", "invitation.resent", "invitation.extended", "invitation.edited", "invitation.link-copied", "invitation.superseded", "invitation.revoked", "invitation.deleted", "invitation.opened", "invitation.accepted", "invitation.declined", "invitation.handed-over", "invitation.reminded", "invitation.purged", "role.created", "role.updated", "role.deleted", "project.created", "project.updated", "project.archived", "project.restored", "project.deleted", "project.transferred", "group.created", "group.updated", "group.deleted", "group.member-added", "group.member-removed", "group.member-changed", "assignment.given", "assignment.changed", "assignment.ended", "assignment.renewed", "request.made", "request.approved", "request.rejected", "request.withdrawn", "domain.added", "domain.verified", "domain.updated", "domain.removed", "template.updated", "template.reset", "onboarding.updated", "onboarding.step-done", "onboarding.dismissed", "review.started", "review.decided", "review.closed", "review.cancelled", "export.made", "import.started", "import.finished", "import.cancelled", "service-account.created", "service-account.updated", "service-account.removed", "key.created", "key.updated", "key.rotated", "key.revoked", "webhook.created", "webhook.updated", "webhook.rotated", "webhook.disabled", "webhook.enabled", "webhook.tested", "webhook.replayed", "webhook.deleted", "audit.pruned", "change.undone"] | Unset = UNSET,
        from_: str | datetime | Unset = UNSET,
        to: str | datetime | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Prepare an export.

        Answers where the file is fetched, within ten minutes and by whoever asked for it. Takes
        the permission to read what is exported as well.

        Needs the permission `organization.export`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/exports",
            {},
            {
                "what": what,
                "format": format,
                "search": search,
                "role": role_id,
                "inactive_days": inactive_days,
                "status": status,
                "sender": sender,
                "project": project,
                "person": person,
                "action": action,
                "from": from_,
                "to": to,
            },
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def download(
        self,
        export_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> str:
        """Fetch an export.

        As CSV or JSON, as it was asked for; made while it is sent.

        Needs the permission `organization.export`.

        Refused with: export-expired, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/exports/{export}",
            {"export": export_id},
            {},
            file=True,
            timeout=timeout,
            retries=retries,
        )



class OrganizationGroupMembers(Resource):
    def add(
        self,
        group_id: str,
        members: Sequence[str],
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Put members into a group.

        They hold what it and every group around it give. One result for each.

        Needs the permission `groups.read`.

        Refused with: beyond-your-own, already-in-group, owner-is-a-person, key-needed,
        key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/groups/{group}/members",
            {"group": group_id},
            {"members": members},
            items=members,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def candidates(
        self,
        group_id: str,
        *,
        search: str,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Find members to put into a group.

        Needs the permission `members.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/groups/{group}/members/candidates",
            {"group": group_id},
            {"search": search},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        group_id: str,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        nested: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List members of a group.

        By name: those directly in it, or with `nested` also those in groups within it.

        Needs the permission `groups.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/groups/{group}/members",
            {"group": group_id},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "search": search,
                "nested": nested,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        group_id: str,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        nested: bool | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List members of a group.

        Goes through all pages, asking for each when it is come to.

        By name: those directly in it, or with `nested` also those in groups within it.

        Needs the permission `groups.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/groups/{group}/members",
            {"group": group_id},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "search": search,
                "nested": nested,
            },
            timeout=timeout,
            retries=retries,
        )

    def remove(
        self,
        group_id: str,
        member_id: str,
        *,
        dry_run: bool = False,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Take a member out of a group.

        With that everything they hold through it, and nothing else. With `dry_run=true`, what that
        is.

        Needs the permission `groups.read`.

        Refused with: beyond-your-own, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/groups/{group}/members/{member}",
            {"group": group_id, "member": member_id},
            {},
            dry_run=dry_run,
            timeout=timeout,
            retries=retries,
        )

    def remove_many(
        self,
        group_id: str,
        members: Sequence[str],
        *,
        dry_run: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Take many members out of a group.

        One result for each. With `dry_run=true`, who would lose what.

        Needs the permission `groups.read`.

        Refused with: beyond-your-own, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/groups/{group}/members/remove",
            {"group": group_id},
            {"members": members},
            items=members,
            dry_run=dry_run,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        group_id: str,
        member_id: str,
        *,
        manager: bool,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Make somebody in a group a manager of it, or no manager any more.

        Needs the permission `groups.manage`.

        Refused with: beyond-your-own, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}/groups/{group}/members/{member}",
            {"group": group_id, "member": member_id},
            {"manager": manager},
            timeout=timeout,
            retries=retries,
        )



class OrganizationGroups(Resource):
    def access(
        self,
        group_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List what a group gives.

        By itself, and by the groups around it.

        Needs the permission `groups.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/groups/{group}/access",
            {"group": group_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def children(
        self,
        group_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List the groups directly in a group.

        Needs the permission `groups.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/groups/{group}/groups",
            {"group": group_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Create a group.

        Nobody is in it, and it gives nothing yet. Answers the resource, which takes `groups.read`
        as well.

        Needs the permission `groups.manage`.

        Refused with: name-taken, invalid-name, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/groups",
            {},
            {"name": name, "description": description},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def delete(
        self,
        group_id: str,
        *,
        confirm: str | Unset = UNSET,
        dry_run: bool = False,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Delete a group.

        Everybody’s place in it ends, and every role it holds. With `dry_run=true`, who would lose
        what.

        Needs the permission `groups.manage`.

        confirm: Its name: refused where it is called otherwise by now.

        Refused with: beyond-your-own, changed-meanwhile, invalid-name, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/groups/{group}",
            {"group": group_id},
            {"confirm": confirm},
            dry_run=dry_run,
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        group_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a group.

        Needs the permission `groups.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/groups/{group}",
            {"group": group_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List groups.

        Needs the permission `groups.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/groups",
            {},
            {"page": page, "page_size": page_size, "cursor": cursor, "search": search},
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List groups.

        Goes through all pages, asking for each when it is come to.

        Needs the permission `groups.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/groups",
            {},
            {"page": page, "page_size": page_size, "cursor": cursor, "search": search},
            timeout=timeout,
            retries=retries,
        )

    def nest(
        self,
        group_id: str,
        child_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Put a group into another one.

        Whoever is in `child` holds what this group and those around it give.

        Needs the permission `groups.manage`.

        Refused with: beyond-your-own, group-cycle, already-in-group, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full.
        """
        return self._ask(
            "PUT",
            "/organizations/{organization}/groups/{group}/groups/{child}",
            {"group": group_id, "child": child_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def unnest(
        self,
        group_id: str,
        child_id: str,
        *,
        dry_run: bool = False,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Take a group out of another one.

        With `dry_run=true`, who would lose what.

        Needs the permission `groups.manage`.

        Refused with: beyond-your-own, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/groups/{group}/groups/{child}",
            {"group": group_id, "child": child_id},
            {},
            dry_run=dry_run,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        group_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Rename or describe a group.

        Answers the resource, which takes `groups.read` as well.

        Needs the permission `groups.manage`.

        Refused with: name-taken, invalid-name, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}/groups/{group}",
            {"group": group_id},
            {"name": name, "description": description},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationHistory(Resource):
    def changes(
        self,
        *,
        from_: str,
        to: str,
        member: str | Unset = UNSET,
        project: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List what changed between two days.

        What is different at the end of one day from the end of an earlier one, the latest first.
        What was undone in between is not there.

        Needs the permission `members.read`.

        page_size: How many a page.

        Refused with: date-in-the-future, cursor-invalid, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/history/changes",
            {},
            {
                "from": from_,
                "to": to,
                "member": member,
                "project": project,
                "page_size": page_size,
                "cursor": cursor,
            },
            timeout=timeout,
            retries=retries,
        )

    def changes_all(
        self,
        *,
        from_: str,
        to: str,
        member: str | Unset = UNSET,
        project: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List what changed between two days.

        Goes through all pages, asking for each when it is come to.

        What is different at the end of one day from the end of an earlier one, the latest first.
        What was undone in between is not there.

        Needs the permission `members.read`.

        page_size: How many a page.

        Refused with: date-in-the-future, cursor-invalid, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/history/changes",
            {},
            {
                "from": from_,
                "to": to,
                "member": member,
                "project": project,
                "page_size": page_size,
                "cursor": cursor,
            },
            timeout=timeout,
            retries=retries,
        )

    def person(
        self,
        member_id: str,
        *,
        as_of: str,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """What somebody held on a day.

        Also about people who have left.

        Needs the permission `organization.read`.

        Refused with: date-in-the-future, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/members/{member}/history",
            {"member": member_id},
            {"as_of": as_of},
            timeout=timeout,
            retries=retries,
        )



class OrganizationImports(Resource):
    def cancel(
        self,
        import_id: str,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Give up an import.

        Rows that were done stay done.

        Needs the permission `invitations.send`.

        Refused with: import-closed, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way,
        precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/imports/{import}/cancel",
            {"import": import_id},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def check(
        self,
        *,
        lines: Sequence[Mapping[str, Any]],
        offered: int | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Say what importing rows would do.

        Changes nothing. A file is checked in parts.

        Needs the permission `invitations.send`.

        lines: At most 1000 rows in one call.
        offered: How many invitations earlier parts would send.

        Refused with: too-large, key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/imports/check",
            {},
            {"lines": lines, "offered": offered, "reason": reason},
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        import_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get an import and how far it is.

        Needs the permission `invitations.send`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/imports/{import}",
            {"import": import_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List imports.

        The newest first.

        Needs the permission `invitations.send`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/imports",
            {},
            {"page": page, "page_size": page_size},
            timeout=timeout,
            retries=retries,
        )

    def load(
        self,
        import_id: str,
        *,
        lines: Sequence[Mapping[str, Any]],
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Load rows of an import.

        With the last one it can be run. A part that was sent before adds nothing.

        Needs the permission `invitations.send`.

        lines: At most 1000 rows in one call.

        Refused with: too-large, import-closed, not-your-import, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/imports/{import}/rows",
            {"import": import_id},
            {"lines": lines},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def open(
        self,
        *,
        name: str,
        total: int,
        reason: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Open an import.

        Makes room for a file of so many rows, which are loaded next.

        Needs the permission `invitations.send`.

        Refused with: too-large, invalid-name, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/imports",
            {},
            {"name": name, "total": total, "reason": reason},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def rows(
        self,
        import_id: str,
        *,
        outcome: Literal["invited", "reinvited", "assigned", "unchanged", "refused"] | Unset = UNSET,
        after: int | Unset = UNSET,
        most: int | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List what became of each row.

        In the order of the file, behind a line.

        Needs the permission `invitations.send`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/imports/{import}/rows",
            {"import": import_id},
            {"outcome": outcome, "after": after, "most": most},
            timeout=timeout,
            retries=retries,
        )

    def run(
        self,
        import_id: str,
        *,
        most: int | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Do the next rows of an import.

        Call it until `state` is `finished`. Each row is done once, however often it was cut short.

        Needs the permission `invitations.send`.

        Refused with: not-your-import, import-incomplete, import-closed, too-many-attempts,
        key-needed, key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy,
        storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/imports/{import}/run",
            {"import": import_id},
            {"most": most},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )



class OrganizationInsights(Resource):
    def access(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """Where somebody may hold more than they need.

        Needs the permission `reviews.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/insights/access",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def invitations(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """What became of the invitations of a year.

        Needs the permission `invitations.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/insights/invitations",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def people(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """Who there is and was, and who rests.

        Needs the permission `members.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/insights/people",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )



class OrganizationInvitations(Resource):
    def create(
        self,
        recipients: Sequence[str],
        *,
        role_id: str | Unset = UNSET,
        expiry_days: int | None | Unset = UNSET,
        message: str | None | Unset = UNSET,
        welcome: bool | Unset = UNSET,
        template: bool | Unset = UNSET,
        projects: Sequence[Mapping[str, Any]] | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        default_projects: bool | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        dry_run: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Invite people.

        One or many, by address or username: one result for each, in their order. Somebody with an
        open invitation gets a new one in its place. With `dry_run=true`, what would be said of
        each recipient.

        Needs the permission `invitations.send`.

        recipients: Addresses and usernames, mixed: one or many.
        role_id: Their role in the organization; the usual one where none is named.
        expiry_days: After how many days it ends; null never, where that is allowed. The usual time
        where nothing is said.
        message: Your own words in the mail.
        welcome: Whether whoever accepts gets a mail that welcomes them.
        template: Whether the mail carries the organization’s own text.
        projects: Projects they are in once they accept, with a role each.
        groups: Groups they are in once they accept.
        default_projects: Whether they also join the projects that new members join; as the
        organization usually does where nothing is said.
        reason: Why, where the organization asks for a reason.

        Refused with: invalid-email, invalid-username, username-unknown, already-invited,
        already-member, other-organization, domain-blocked, seat-limit, too-many-attempts,
        beyond-your-own, role-level-mismatch, reason-required, project-archived,
        expiry-in-the-past, owner-through-group, too-large, expiry-out-of-range, key-needed,
        key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/invitations",
            {},
            {
                "recipients": recipients,
                "role": role_id,
                "expiry_days": expiry_days,
                "message": message,
                "welcome": welcome,
                "template": template,
                "projects": projects,
                "groups": groups,
                "default_projects": default_projects,
                "reason": reason,
            },
            items=recipients,
            dry_run=dry_run,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def extend(
        self,
        invitation_id: str,
        *,
        days: int,
        notify: bool | Unset = UNSET,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Give an invitation more time.

        Days from its end or from now, whichever is later. No mail goes out unless `notify` says
        so. Answers the resource, which takes `invitations.read` as well.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, expiry-out-of-range, too-many-attempts,
        key-needed, key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy,
        storage-full, repeat-differs, repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/invitations/{invitation}/extend",
            {"invitation": invitation_id},
            {"days": days, "notify": notify},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        invitation_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get an invitation.

        Needs the permission `invitations.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/invitations/{invitation}",
            {"invitation": invitation_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def link(
        self,
        invitation_id: str,
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Copy the link of an invitation.

        To hand over by other means when the mail was lost. That it was copied is recorded.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/invitations/{invitation}/link",
            {"invitation": invitation_id},
            {},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        sender: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        project: str | Unset = UNSET,
        search: str | Unset = UNSET,
        status: Literal["open", "pending", "active", "expired", "expiring", "undeliverable", "accepted", "declined", "revoked", "all", "PENDING", "ACTIVE", "EXPIRED", "ACCEPTED", "DECLINED", "REVOKED", "CANCELLED", "ALL"] | Unset = UNSET,
        type: Literal["JOIN_ORGANIZATION"] | Unset = UNSET,
        start: str | datetime | Unset = UNSET,
        end: str | datetime | Unset = UNSET,
        order_by: Literal["sent", "expires", "email", "-sent", "-expires", "-email"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List invitations.

        The invitations of this organization and of no other: those that wait for an answer, the
        newest first, unless asked otherwise. Filters combine freely.

        Needs the permission `invitations.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        sender: Those that this person sent.
        role_id: Those that give this role in the organization.
        project: Those that lead to this project.
        search: Words that occur in the address or the username.
        status: `open` are all that wait for an answer, run out or not; `pending` those whose mail
        is on its way. In capitals they go by the names that other products have for them:
        `PENDING` is `open`.
        type: Every invitation is of this type.
        start: Sent at this moment or later.
        end: Sent before this moment.
        order_by: What it is sorted by; with a minus before it, the other way round.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/invitations",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "sender": sender,
                "role": role_id,
                "project": project,
                "search": search,
                "status": status,
                "type": type,
                "start": start,
                "end": end,
                "order_by": order_by,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        sender: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        project: str | Unset = UNSET,
        search: str | Unset = UNSET,
        status: Literal["open", "pending", "active", "expired", "expiring", "undeliverable", "accepted", "declined", "revoked", "all", "PENDING", "ACTIVE", "EXPIRED", "ACCEPTED", "DECLINED", "REVOKED", "CANCELLED", "ALL"] | Unset = UNSET,
        type: Literal["JOIN_ORGANIZATION"] | Unset = UNSET,
        start: str | datetime | Unset = UNSET,
        end: str | datetime | Unset = UNSET,
        order_by: Literal["sent", "expires", "email", "-sent", "-expires", "-email"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List invitations.

        Goes through all pages, asking for each when it is come to.

        The invitations of this organization and of no other: those that wait for an answer, the
        newest first, unless asked otherwise. Filters combine freely.

        Needs the permission `invitations.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        sender: Those that this person sent.
        role_id: Those that give this role in the organization.
        project: Those that lead to this project.
        search: Words that occur in the address or the username.
        status: `open` are all that wait for an answer, run out or not; `pending` those whose mail
        is on its way. In capitals they go by the names that other products have for them:
        `PENDING` is `open`.
        type: Every invitation is of this type.
        start: Sent at this moment or later.
        end: Sent before this moment.
        order_by: What it is sorted by; with a minus before it, the other way round.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/invitations",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "sender": sender,
                "role": role_id,
                "project": project,
                "search": search,
                "status": status,
                "type": type,
                "start": start,
                "end": end,
                "order_by": order_by,
            },
            timeout=timeout,
            retries=retries,
        )

    def remove(
        self,
        invitation_id: str,
        *,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Delete an expired invitation.

        Takes it off the list; the audit trail keeps it. One that is still open is revoked instead.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/invitations/{invitation}",
            {"invitation": invitation_id},
            {},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def remove_many(
        self,
        invitations: Sequence[str],
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Delete many expired invitations.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, too-large, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/invitations/remove",
            {},
            {"invitations": invitations},
            items=invitations,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def resend(
        self,
        invitation_id: str,
        *,
        message: str | None | Unset = UNSET,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Send an invitation again.

        A new mail with a new link and as much time as before; every older link is void. Also after
        its end. Answers the resource, which takes `invitations.read` as well.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, domain-blocked, too-many-attempts,
        key-needed, key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy,
        storage-full, repeat-differs, repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/invitations/{invitation}/resend",
            {"invitation": invitation_id},
            {"message": message},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def resend_many(
        self,
        invitations: Sequence[str],
        *,
        message: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Send many invitations again.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, domain-blocked, too-many-attempts,
        too-large, key-needed, key-invalid, not-permitted, not-found, invalid-input, rate-limited,
        busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/invitations/resend",
            {},
            {"invitations": invitations, "message": message},
            items=invitations,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def revoke(
        self,
        invitation_id: str,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Revoke an invitation.

        Its link stops working at once. Answers the resource, which takes `invitations.read` as
        well.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/invitations/{invitation}/revoke",
            {"invitation": invitation_id},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def revoke_many(
        self,
        invitations: Sequence[str],
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Revoke many invitations.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, too-large, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/invitations/revoke",
            {},
            {"invitations": invitations},
            items=invitations,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def suggest(
        self,
        *,
        prefix: str,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Suggest usernames.

        Usernames that begin like this, from the fourth character on: of people who let themselves
        be found.

        Needs the permission `invitations.send`.

        Refused with: search-too-short, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/invitations/suggestions",
            {},
            {"prefix": prefix},
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        invitation_id: str,
        *,
        role_id: str | Unset = UNSET,
        projects: Sequence[Mapping[str, Any]] | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        default_projects: bool | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Change what an invitation gives.

        Another role, other projects, other groups: what is not named stays. The link stays the
        same, and the invitee sees the new terms. Answers the resource, which takes
        `invitations.read` as well.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, role-level-mismatch, reason-required, project-archived,
        expiry-in-the-past, owner-through-group, too-large, invitation-not-open, key-needed,
        key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}/invitations/{invitation}",
            {"invitation": invitation_id},
            {
                "role": role_id,
                "projects": projects,
                "groups": groups,
                "default_projects": default_projects,
                "reason": reason,
            },
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationKeys(Resource):
    def create(
        self,
        *,
        name: str,
        role_id: str,
        for_: str | Unset = UNSET,
        project: str | Unset = UNSET,
        permissions: Sequence[str] | Unset = UNSET,
        expires_at: str | datetime | None | Unset = UNSET,
        expiry_days: int | None | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Make an API key.

        For oneself, or with `for` for a service account. The role is its ceiling and must not
        allow more than the caller holds; `permissions` narrows it further. Without an end it lasts
        ninety days. The secret is answered this once.

        Needs the permission `keys.create`.

        Refused with: invalid-name, beyond-your-own, role-level-mismatch, owner-is-a-person,
        another-persons-key, expiry-in-the-past, expiry-out-of-range, key-outlives, key-limit,
        project-archived, key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/keys",
            {},
            {
                "name": name,
                "role": role_id,
                "for": for_,
                "project": project,
                "permissions": permissions,
                "expires_at": expires_at,
                "expiry_days": expiry_days,
            },
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        key_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get an API key.

        One’s own; with `keys.manage`, everybody’s.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/keys/{key}",
            {"key": key_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        mine: bool | Unset = UNSET,
        for_: str | Unset = UNSET,
        project: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List API keys.

        One’s own; with `keys.manage`, everybody’s. Expired ones are among them, revoked ones are
        not. With `for`, those of one member or service account; with `project`, those of one
        project.

        Needs the permission `organization.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/keys",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "mine": mine,
                "for": for_,
                "project": project,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        mine: bool | Unset = UNSET,
        for_: str | Unset = UNSET,
        project: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List API keys.

        Goes through all pages, asking for each when it is come to.

        One’s own; with `keys.manage`, everybody’s. Expired ones are among them, revoked ones are
        not. With `for`, those of one member or service account; with `project`, those of one
        project.

        Needs the permission `organization.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/keys",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "mine": mine,
                "for": for_,
                "project": project,
            },
            timeout=timeout,
            retries=retries,
        )

    def revoke(
        self,
        key_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Revoke an API key.

        It is dead at once. A key may revoke itself.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full.
        """
        return self._ask(
            "DELETE",
            "/keys/{key}",
            {"key": key_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def rotate(
        self,
        key_id: str,
        *,
        overlap_hours: int | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Give an API key a new secret.

        The old secret stays good for `overlap_hours` (24 unless asked otherwise, 168 at the most),
        so that whatever uses it can be changed over. A key may rotate itself.

        Needs the permission `organization.read`.

        Refused with: another-persons-key, beyond-your-own, key-over, key-outlives, key-needed,
        key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/keys/{key}/rotate",
            {"key": key_id},
            {"overlap_hours": overlap_hours},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        key_id: str,
        *,
        name: str | Unset = UNSET,
        permissions: Sequence[str] | Unset = UNSET,
        expires_at: str | datetime | None | Unset = UNSET,
        expiry_days: int | None | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Rename or narrow an API key, or move its end.

        A key never gets to do more than when it was made.

        Needs the permission `organization.read`.

        Refused with: invalid-name, key-never-widens, another-persons-key, beyond-your-own,
        key-over, key-outlives, expiry-in-the-past, expiry-out-of-range, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/keys/{key}",
            {"key": key_id},
            {
                "name": name,
                "permissions": permissions,
                "expires_at": expires_at,
                "expiry_days": expiry_days,
            },
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationMembers(Resource):
    def access(
        self,
        member_id: str,
        *,
        project: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """What a member may do, and why.

        Every permission with every assignment that gives it. Of others it takes `members.read`,
        and at each project `project.members.read`.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/members/{member}/access",
            {"member": member_id},
            {"project": project},
            timeout=timeout,
            retries=retries,
        )

    def end_sessions(
        self,
        member_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Sign a member out everywhere.

        For a lost device; their password stays.

        Needs the permission `members.reset-password`.

        Refused with: beyond-your-own, not-yourself, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy, storage-full.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/members/{member}/sessions",
            {"member": member_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def find(
        self,
        *,
        user: str | Unset = UNSET,
        member: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Find a membership by account.

        The latest membership of an account, also one that has ended; or one by its own id.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/memberships",
            {},
            {"user": user, "member": member},
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        member_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a member.

        By the id of the membership (`mem_…`) or of the person (`usr_…`).

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/members/{member}",
            {"member": member_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def groups(
        self,
        member_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List the groups a member is directly in.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/members/{member}/groups",
            {"member": member_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        inactive_days: int | Unset = UNSET,
        as_of: str | Unset = UNSET,
        order_by: Literal["name", "email", "joined", "active", "-name", "-email", "-joined", "-active"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List members.

        The members of the organization, 25 a page unless asked otherwise, with any filters
        together. A page costs the same however deep it is when it is asked for by cursor. With
        `as_of` those who were members on that day, with the roles they held then.

        Needs the permission `members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        order_by: What it is sorted by; with a minus before it, the other way round.

        Refused with: cursor-invalid, date-in-the-future, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/members",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "search": search,
                "role": role_id,
                "inactive_days": inactive_days,
                "as_of": as_of,
                "order_by": order_by,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        inactive_days: int | Unset = UNSET,
        as_of: str | Unset = UNSET,
        order_by: Literal["name", "email", "joined", "active", "-name", "-email", "-joined", "-active"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List members.

        Goes through all pages, asking for each when it is come to.

        The members of the organization, 25 a page unless asked otherwise, with any filters
        together. A page costs the same however deep it is when it is asked for by cursor. With
        `as_of` those who were members on that day, with the roles they held then.

        Needs the permission `members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        order_by: What it is sorted by; with a minus before it, the other way round.

        Refused with: cursor-invalid, date-in-the-future, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/members",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "search": search,
                "role": role_id,
                "inactive_days": inactive_days,
                "as_of": as_of,
                "order_by": order_by,
            },
            timeout=timeout,
            retries=retries,
        )

    def offboard(
        self,
        member_id: str,
        *,
        sent: Literal["revoke", "hand-over"],
        dry_run: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Offboard a member.

        Ends the membership, every role, project and group, every session of their account, and the
        invitations they sent. With `dry_run=true`, what that is.

        Needs the permission `members.remove`.

        sent: What becomes of the open invitations they sent: revoked, or they go on in the
        caller’s name.

        Refused with: beyond-your-own, transfer-first, not-yourself, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/members/{member}/offboard",
            {"member": member_id},
            {"sent": sent},
            dry_run=dry_run,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def offboard_evidence(
        self,
        change_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get the evidence of an offboarding.

        Needs the permission `members.remove`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/offboardings/{change}",
            {"change": change_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def offboard_many(
        self,
        members: Sequence[str],
        *,
        sent: Literal["revoke", "hand-over"],
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Offboard many members.

        One result for each.

        Needs the permission `members.remove`.

        Refused with: beyond-your-own, transfer-first, not-yourself, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/members/offboard",
            {},
            {"members": members, "sent": sent},
            items=members,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def remove(
        self,
        member_id: str,
        *,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Remove a member.

        Ends the membership and with it every role, project, group, session and key they have here.

        Needs the permission `members.remove`.

        Refused with: beyond-your-own, transfer-first, not-yourself, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/members/{member}",
            {"member": member_id},
            {},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def remove_many(
        self,
        members: Sequence[str],
        *,
        dry_run: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Remove many members.

        One result for each. With `dry_run=true`, what each would lose.

        Needs the permission `members.remove`.

        Refused with: beyond-your-own, transfer-first, not-yourself, too-large, key-needed,
        key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/members/remove",
            {},
            {"members": members},
            items=members,
            dry_run=dry_run,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def send_password_reset(
        self,
        member_id: str,
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Mail a member a link to choose a new password.

        The caller never sees it.

        Needs the permission `members.reset-password`.

        Refused with: too-many-attempts, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/members/{member}/password-reset",
            {"member": member_id},
            {},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def sessions(
        self,
        member_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List where a member is signed in.

        The session used last first. Neither address nor id: nobody but themselves needs to know
        them.

        Needs the permission `members.reset-password`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/members/{member}/sessions",
            {"member": member_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def transfer_ownership(
        self,
        member_id: str,
        *,
        keep: Literal["owner", "admin"],
        reason: str | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Make another member an owner of the organization.

        The caller, who must be an owner, stays one or becomes an admin.

        Needs the permission `organization.transfer`.

        Refused with: already-owner, must-be-member, reason-required, owner-is-a-person,
        key-needed, key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy,
        storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/members/{member}/transfer-ownership",
            {"member": member_id},
            {"keep": keep, "reason": reason},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        member_id: str,
        *,
        title: str | None | Unset = UNSET,
        display_name: str | None | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Change a member’s title or display name.

        Answers the resource, which takes `organization.read` as well.

        Needs the permission `members.update`.

        Refused with: invalid-name, beyond-your-own, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}/members/{member}",
            {"member": member_id},
            {"title": title, "display_name": display_name},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def update_role(
        self,
        member_id: str,
        *,
        role_id: str,
        reason: str | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Change a member’s role.

        Takes effect with their next call. The key must hold all that the old role and the new one
        allow. Answers the resource, which takes `organization.read` as well.

        Needs the permission `members.update`.

        Refused with: beyond-your-own, last-owner, reason-required, role-level-mismatch,
        not-yourself, owner-is-a-person, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PUT",
            "/organizations/{organization}/members/{member}/role",
            {"member": member_id},
            {"role": role_id, "reason": reason},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def update_roles(
        self,
        members: Sequence[str],
        *,
        role_id: str,
        reason: str | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Change the role of many members.

        One result for each.

        Needs the permission `members.update`.

        Refused with: beyond-your-own, last-owner, reason-required, role-level-mismatch,
        not-yourself, owner-is-a-person, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/members/roles",
            {},
            {"members": members, "role": role_id, "reason": reason},
            items=members,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )



class OrganizationOnboarding(Resource):
    def get(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """Get what new members are asked to do first.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/onboarding",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        *,
        steps: Sequence[Mapping[str, Any]],
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Say what new members are asked to do first.

        The whole list, in its order. What members have done of a step that stays is kept. Answers
        the resource, which takes `organization.read` as well.

        Needs the permission `organization.update`.

        Refused with: too-large, invalid-name, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PUT",
            "/organizations/{organization}/onboarding",
            {},
            {"steps": steps},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationProjects(Resource):
    def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        visibility: Literal["private", "organization", "requests"] | Unset = UNSET,
        default_role: str | None | Unset = UNSET,
        join: bool | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Create a project.

        Whoever creates it owns it, unless their role in the organization lets them manage every
        project; then `join` says whether they are in it. Answers the resource, which takes
        `organization.read` as well.

        Needs the permission `projects.create`.

        Refused with: name-taken, invalid-name, beyond-your-own, owner-by-default,
        role-level-mismatch, key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/projects",
            {},
            {
                "name": name,
                "description": description,
                "visibility": visibility,
                "default_role": default_role,
                "join": join,
            },
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        state: Literal["active", "archived", "all"] | Unset = UNSET,
        mine: bool | Unset = UNSET,
        order_by: Literal["name", "created"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List projects.

        Those that the key may know of.

        Needs the permission `projects.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        order_by: What it is sorted by; with a minus before it, the other way round.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/projects",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "search": search,
                "state": state,
                "mine": mine,
                "order_by": order_by,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        state: Literal["active", "archived", "all"] | Unset = UNSET,
        mine: bool | Unset = UNSET,
        order_by: Literal["name", "created"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List projects.

        Goes through all pages, asking for each when it is come to.

        Those that the key may know of.

        Needs the permission `projects.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        order_by: What it is sorted by; with a minus before it, the other way round.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/projects",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "search": search,
                "state": state,
                "mine": mine,
                "order_by": order_by,
            },
            timeout=timeout,
            retries=retries,
        )



class OrganizationRequests(Resource):
    def approve(
        self,
        request_id: str,
        *,
        role_id: str,
        ground: Literal["members-only-data", "collaboration", "internal-visibility"],
        message: str | Unset = UNSET,
        projects: Sequence[Mapping[str, Any]] | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Approve a request.

        A member gets the role in the project at once; somebody outside is sent an invitation by
        the same act.

        Needs the permission `organization.read`.

        Refused with: beyond-your-own, must-be-member, role-level-mismatch, project-archived,
        owner-through-group, owner-is-a-person, expiry-in-the-past, reason-required, last-owner,
        changed-meanwhile, too-large, invalid-email, invalid-username, username-unknown,
        already-invited, already-member, other-organization, domain-blocked, seat-limit,
        too-many-attempts, request-closed, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/requests/{request}/approve",
            {"request": request_id},
            {"role": role_id, "ground": ground, "message": message, "projects": projects},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        state: Literal["open", "closed"] | Unset = UNSET,
        project: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List requests.

        Those that the caller may answer, the latest first.

        Needs the permission `organization.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/requests",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "state": state,
                "project": project,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        state: Literal["open", "closed"] | Unset = UNSET,
        project: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List requests.

        Goes through all pages, asking for each when it is come to.

        Those that the caller may answer, the latest first.

        Needs the permission `organization.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/requests",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "state": state,
                "project": project,
            },
            timeout=timeout,
            retries=retries,
        )

    def reject(
        self,
        request_id: str,
        *,
        message: str | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Reject a request.

        Whoever asked is told by mail.

        Needs the permission `organization.read`.

        Refused with: request-closed, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/requests/{request}/reject",
            {"request": request_id},
            {"message": message},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )



class OrganizationReviews(Resource):
    def cancel(
        self,
        review_id: str,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Call a review off.

        What was decided stays, and nothing more happens. Answers the resource, which takes
        `organization.read` as well.

        Needs the permission `reviews.manage`.

        Refused with: review-closed, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way,
        precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/reviews/{review}/cancel",
            {"review": review_id},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def close(
        self,
        review_id: str,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Close a review before its deadline.

        What nobody decided about goes as the review said it would, and the report is sealed.
        Answers the resource, which takes `organization.read` as well.

        Needs the permission `reviews.manage`.

        Refused with: review-closed, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way,
        precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/reviews/{review}/close",
            {"review": review_id},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        review_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a review.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/reviews/{review}",
            {"review": review_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def items(
        self,
        review_id: str,
        *,
        show: Literal["all", "yours", "left", "undecided", "decided"] | Unset = UNSET,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List what is under review.

        Needs the permission `organization.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/reviews/{review}/items",
            {"review": review_id},
            {"show": show, "page": page, "page_size": page_size, "cursor": cursor},
            timeout=timeout,
            retries=retries,
        )

    def items_all(
        self,
        review_id: str,
        *,
        show: Literal["all", "yours", "left", "undecided", "decided"] | Unset = UNSET,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List what is under review.

        Goes through all pages, asking for each when it is come to.

        Needs the permission `organization.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/reviews/{review}/items",
            {"review": review_id},
            {"show": show, "page": page, "page_size": page_size, "cursor": cursor},
            timeout=timeout,
            retries=retries,
        )

    def list(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """List reviews.

        The open ones first, then the newest: all of them, or those that the caller decides in.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/reviews",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def start(
        self,
        *,
        scope: Literal["organization", "projects", "project"],
        project: str | Unset = UNSET,
        inactive_days: int | None | Unset = UNSET,
        reviewers: Sequence[str],
        name: str,
        fallback: Literal["keep", "revoke"],
        deadline: str | datetime,
        dry_run: bool = False,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Start a review.

        What is held within its scope at this moment is frozen and shared out among the reviewers,
        nobody to themself. With `dry_run=true`, how much that is. Answers the resource, which
        takes `organization.read` as well.

        Needs the permission `reviews.manage`.

        Refused with: not-your-own-access, too-large, invalid-name, people-only, key-needed,
        key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/reviews",
            {},
            {
                "scope": scope,
                "project": project,
                "inactive_days": inactive_days,
                "reviewers": reviewers,
                "name": name,
                "fallback": fallback,
                "deadline": deadline,
            },
            dry_run=dry_run,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def verify(
        self,
        review_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Verify the report of a closed review.

        Needs the permission `reviews.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/reviews/{review}/verification",
            {"review": review_id},
            {},
            timeout=timeout,
            retries=retries,
        )



class OrganizationRoles(Resource):
    def create(
        self,
        *,
        level: Literal["organization", "project"],
        name: str,
        description: str | Unset = UNSET,
        permissions: Sequence[str],
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Create a role.

        Nobody makes one that allows more than they hold themselves in the whole organization.
        Answers the resource, which takes `organization.read` as well.

        Needs the permission `roles.manage`.

        Refused with: beyond-your-own, name-taken, invalid-name, role-level-mismatch, key-needed,
        key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/roles",
            {},
            {"level": level, "name": name, "description": description, "permissions": permissions},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def delete(
        self,
        role_id: str,
        *,
        replace_with: str | Unset = UNSET,
        dry_run: bool = False,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Delete a role.

        Whoever holds it gets the role named in `replace_with`. API keys with it as their ceiling
        are revoked. With `dry_run=true`, who would gain and lose what.

        Needs the permission `roles.manage`.

        replace_with: The role that whoever holds it gets instead.

        Refused with: beyond-your-own, role-protected, role-in-use, role-level-mismatch,
        owner-by-name, owner-through-group, too-large, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/roles/{role}",
            {"role": role_id},
            {"replace_with": replace_with},
            dry_run=dry_run,
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        role_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a role.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/roles/{role}",
            {"role": role_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def holders(
        self,
        role_id: str,
        *,
        kind: Literal["people", "groups", "invitations"] | Unset = UNSET,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List who holds a role.

        People, groups or invitations, in the order in which they got it. Groups take
        `groups.read`, invitations `invitations.read`.

        Needs the permission `members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/roles/{role}/holders",
            {"role": role_id},
            {"kind": kind, "page": page, "page_size": page_size, "cursor": cursor},
            timeout=timeout,
            retries=retries,
        )

    def holders_all(
        self,
        role_id: str,
        *,
        kind: Literal["people", "groups", "invitations"] | Unset = UNSET,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List who holds a role.

        Goes through all pages, asking for each when it is come to.

        People, groups or invitations, in the order in which they got it. Groups take
        `groups.read`, invitations `invitations.read`.

        Needs the permission `members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/roles/{role}/holders",
            {"role": role_id},
            {"kind": kind, "page": page, "page_size": page_size, "cursor": cursor},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        level: Literal["organization", "project"] | Unset = UNSET,
        project: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List roles.

        Those of a level, the least powerful first.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/roles",
            {},
            {"level": level, "project": project},
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        role_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        permissions: Sequence[str] | Unset = UNSET,
        seen: Sequence[str] | Unset = UNSET,
        dry_run: bool = False,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Change a role.

        Takes effect with the next call of everybody who holds it. With `dry_run=true`, who would
        gain and lose what. Answers the resource, which takes `organization.read` as well.

        Needs the permission `roles.manage`.

        permissions: All that it allows from now on.
        seen: What it allowed as far as the caller knows: refused where that is another by now.

        Refused with: beyond-your-own, role-protected, name-taken, invalid-name,
        owner-through-group, changed-meanwhile, role-level-mismatch, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}/roles/{role}",
            {"role": role_id},
            {"name": name, "description": description, "permissions": permissions, "seen": seen},
            dry_run=dry_run,
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationServiceAccounts(Resource):
    def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        role_id: str,
        reason: str | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Make a service account.

        A member that is no person, with a role at the organization that must not allow more than
        the caller holds. Make keys for it with `for`. Answers the resource, which takes
        `members.read` as well.

        Needs the permission `keys.manage`.

        Refused with: beyond-your-own, role-level-mismatch, owner-is-a-person, name-taken,
        invalid-name, reason-required, service-account-limit, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/service-accounts",
            {},
            {"name": name, "description": description, "role": role_id, "reason": reason},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        service_account_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a service account.

        Needs the permission `members.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/service-accounts/{serviceAccount}",
            {"serviceAccount": service_account_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List service accounts.

        Needs the permission `members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/service-accounts",
            {},
            {"page": page, "page_size": page_size, "cursor": cursor, "search": search},
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List service accounts.

        Goes through all pages, asking for each when it is come to.

        Needs the permission `members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/service-accounts",
            {},
            {"page": page, "page_size": page_size, "cursor": cursor, "search": search},
            timeout=timeout,
            retries=retries,
        )

    def remove(
        self,
        service_account_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Remove a service account.

        Ends it with every role and key it has. There is no way back.

        Needs the permission `keys.manage`.

        Refused with: beyond-your-own, not-yourself, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy, storage-full.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/service-accounts/{serviceAccount}",
            {"serviceAccount": service_account_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        service_account_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        reason: str | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Rename or describe a service account, or change its role.

        Answers the resource, which takes `members.read` as well.

        Needs the permission `keys.manage`.

        Refused with: beyond-your-own, role-level-mismatch, owner-is-a-person, name-taken,
        invalid-name, reason-required, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}/service-accounts/{serviceAccount}",
            {"serviceAccount": service_account_id},
            {"name": name, "description": description, "role": role_id, "reason": reason},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationTemplates(Resource):
    def get(
        self,
        kind_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get the text of a letter.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/templates/{kind}",
            {"kind": kind_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """List the texts of letters.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/templates",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def reset(
        self,
        kind_id: str,
        *,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Go back to the standard text of a letter.

        Needs the permission `organization.update`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/templates/{kind}",
            {"kind": kind_id},
            {},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        kind_id: str,
        *,
        subject: str,
        body: str,
        dry_run: bool = False,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Put a letter into the organization’s own words.

        With `dry_run=true`, the mail as it would go out. Answers the resource, which takes
        `organization.read` as well.

        Needs the permission `organization.update`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PUT",
            "/organizations/{organization}/templates/{kind}",
            {"kind": kind_id},
            {"subject": subject, "body": body},
            dry_run=dry_run,
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationWebhooks(Resource):
    def create(
        self,
        *,
        name: str,
        url: str,
        events: Sequence[str],
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Create a webhook.

        It is told of what happens from now on. Requests are signed after the Standard Webhooks
        specification with the secret, which is answered this once.

        Needs the permission `webhooks.manage`.

        Refused with: webhook-url, webhook-limit, invalid-name, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/webhooks",
            {},
            {"name": name, "url": url, "events": events},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def delete(
        self,
        webhook_id: str,
        *,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Delete a webhook.

        What waits is not sent any more.

        Needs the permission `webhooks.manage`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}/webhooks/{webhook}",
            {"webhook": webhook_id},
            {},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def deliveries(
        self,
        webhook_id: str,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        state: Literal["pending", "delivered", "failed"] | Unset = UNSET,
        event: Literal["organization.created", "organization.updated", "organization.deleted", "organization.restored", "member.joined", "member.updated", "member.role-changed", "member.removed", "member.left", "member.password-reset-sent", "member.sessions-ended", "member.ownership-transferred", "member.offboarded", "invitation.sent", "invitation.resent", "invitation.extended", "invitation.edited", "invitation.link-copied", "invitation.superseded", "invitation.revoked", "invitation.deleted", "invitation.opened", "invitation.accepted", "invitation.declined", "invitation.handed-over", "invitation.reminded", "invitation.purged", "role.created", "role.updated", "role.deleted", "project.created", "project.updated", "project.archived", "project.restored", "project.deleted", "project.transferred", "group.created", "group.updated", "group.deleted", "group.member-added", "group.member-removed", "group.member-changed", "assignment.given", "assignment.changed", "assignment.ended", "assignment.renewed", "request.made", "request.approved", "request.rejected", "request.withdrawn", "domain.added", "domain.verified", "domain.updated", "domain.removed", "template.updated", "template.reset", "onboarding.updated", "onboarding.step-done", "onboarding.dismissed", "review.started", "review.decided", "review.closed", "review.cancelled", "export.made", "import.started", "import.finished", "import.cancelled", "service-account.created", "service-account.updated", "service-account.removed", "key.created", "key.updated", "key.rotated", "key.revoked", "webhook.created", "webhook.updated", "webhook.rotated", "webhook.disabled", "webhook.enabled", "webhook.tested", "webhook.replayed", "webhook.deleted", "audit.pruned", "change.undone"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List deliveries.

        What was and will be sent, the newest event first; kept for thirty days.

        Needs the permission `webhooks.manage`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/organizations/{organization}/webhooks/{webhook}/deliveries",
            {"webhook": webhook_id},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "state": state,
                "event": event,
            },
            timeout=timeout,
            retries=retries,
        )

    def deliveries_all(
        self,
        webhook_id: str,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        state: Literal["pending", "delivered", "failed"] | Unset = UNSET,
        event: Literal["organization.created", "organization.updated", "organization.deleted", "organization.restored", "member.joined", "member.updated", "member.role-changed", "member.removed", "member.left", "member.password-reset-sent", "member.sessions-ended", "member.ownership-transferred", "member.offboarded", "invitation.sent", "invitation.resent", "invitation.extended", "invitation.edited", "invitation.link-copied", "invitation.superseded", "invitation.revoked", "invitation.deleted", "invitation.opened", "invitation.accepted", "invitation.declined", "invitation.handed-over", "invitation.reminded", "invitation.purged", "role.created", "role.updated", "role.deleted", "project.created", "project.updated", "project.archived", "project.restored", "project.deleted", "project.transferred", "group.created", "group.updated", "group.deleted", "group.member-added", "group.member-removed", "group.member-changed", "assignment.given", "assignment.changed", "assignment.ended", "assignment.renewed", "request.made", "request.approved", "request.rejected", "request.withdrawn", "domain.added", "domain.verified", "domain.updated", "domain.removed", "template.updated", "template.reset", "onboarding.updated", "onboarding.step-done", "onboarding.dismissed", "review.started", "review.decided", "review.closed", "review.cancelled", "export.made", "import.started", "import.finished", "import.cancelled", "service-account.created", "service-account.updated", "service-account.removed", "key.created", "key.updated", "key.rotated", "key.revoked", "webhook.created", "webhook.updated", "webhook.rotated", "webhook.disabled", "webhook.enabled", "webhook.tested", "webhook.replayed", "webhook.deleted", "audit.pruned", "change.undone"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List deliveries.

        Goes through all pages, asking for each when it is come to.

        What was and will be sent, the newest event first; kept for thirty days.

        Needs the permission `webhooks.manage`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/organizations/{organization}/webhooks/{webhook}/deliveries",
            {"webhook": webhook_id},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "state": state,
                "event": event,
            },
            timeout=timeout,
            retries=retries,
        )

    def delivery(
        self,
        webhook_id: str,
        delivery_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a delivery with its attempts.

        Needs the permission `webhooks.manage`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/webhooks/{webhook}/deliveries/{delivery}",
            {"webhook": webhook_id, "delivery": delivery_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def disable(
        self,
        webhook_id: str,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Switch a webhook off.

        What waits is held until it is switched on again.

        Needs the permission `webhooks.manage`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, repeat-differs, repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/webhooks/{webhook}/disable",
            {"webhook": webhook_id},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def enable(
        self,
        webhook_id: str,
        *,
        missed: Literal["skip", "send"] | Unset = UNSET,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Switch a webhook on.

        With `missed: "send"` also what was held and what happened meanwhile.

        Needs the permission `webhooks.manage`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, repeat-differs, repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/webhooks/{webhook}/enable",
            {"webhook": webhook_id},
            {"missed": missed},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        webhook_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a webhook.

        Needs the permission `webhooks.manage`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/webhooks/{webhook}",
            {"webhook": webhook_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """List webhooks.

        Needs the permission `webhooks.manage`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/webhooks",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def replay(
        self,
        webhook_id: str,
        delivery_id: str,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Send an event again.

        Needs the permission `webhooks.manage`.

        Refused with: webhook-off, event-gone, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way,
        precondition-failed.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/webhooks/{webhook}/deliveries/{delivery}/replay",
            {"webhook": webhook_id, "delivery": delivery_id},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def rotate(
        self,
        webhook_id: str,
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Give a webhook a new secret.

        The old one signs as well for a day, so that the receiver can be changed meanwhile.

        Needs the permission `webhooks.manage`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/webhooks/{webhook}/rotate",
            {"webhook": webhook_id},
            {},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def test(
        self,
        webhook_id: str,
        *,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Send a test event.

        The event `webhook.tested`, which this webhook gets whatever its filters say.

        Needs the permission `webhooks.manage`.

        Refused with: webhook-off, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/organizations/{organization}/webhooks/{webhook}/test",
            {"webhook": webhook_id},
            {},
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        webhook_id: str,
        *,
        name: str | Unset = UNSET,
        url: str | Unset = UNSET,
        events: Sequence[str] | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Change a webhook.

        Needs the permission `webhooks.manage`.

        Refused with: webhook-url, invalid-name, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}/webhooks/{webhook}",
            {"webhook": webhook_id},
            {"name": name, "url": url, "events": events},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class OrganizationResources(Resource):
    @property
    def assignments(self) -> OrganizationAssignments:
        return OrganizationAssignments(self._connection, self._bound)

    @property
    def audit(self) -> OrganizationAudit:
        return OrganizationAudit(self._connection, self._bound)

    @property
    def domains(self) -> OrganizationDomains:
        return OrganizationDomains(self._connection, self._bound)

    @property
    def exports(self) -> OrganizationExports:
        return OrganizationExports(self._connection, self._bound)

    @property
    def group_members(self) -> OrganizationGroupMembers:
        return OrganizationGroupMembers(self._connection, self._bound)

    @property
    def groups(self) -> OrganizationGroups:
        return OrganizationGroups(self._connection, self._bound)

    @property
    def history(self) -> OrganizationHistory:
        return OrganizationHistory(self._connection, self._bound)

    @property
    def imports(self) -> OrganizationImports:
        return OrganizationImports(self._connection, self._bound)

    @property
    def insights(self) -> OrganizationInsights:
        return OrganizationInsights(self._connection, self._bound)

    @property
    def invitations(self) -> OrganizationInvitations:
        return OrganizationInvitations(self._connection, self._bound)

    @property
    def keys(self) -> OrganizationKeys:
        return OrganizationKeys(self._connection, self._bound)

    @property
    def members(self) -> OrganizationMembers:
        return OrganizationMembers(self._connection, self._bound)

    @property
    def onboarding(self) -> OrganizationOnboarding:
        return OrganizationOnboarding(self._connection, self._bound)

    @property
    def projects(self) -> OrganizationProjects:
        return OrganizationProjects(self._connection, self._bound)

    @property
    def requests(self) -> OrganizationRequests:
        return OrganizationRequests(self._connection, self._bound)

    @property
    def reviews(self) -> OrganizationReviews:
        return OrganizationReviews(self._connection, self._bound)

    @property
    def roles(self) -> OrganizationRoles:
        return OrganizationRoles(self._connection, self._bound)

    @property
    def service_accounts(self) -> OrganizationServiceAccounts:
        return OrganizationServiceAccounts(self._connection, self._bound)

    @property
    def templates(self) -> OrganizationTemplates:
        return OrganizationTemplates(self._connection, self._bound)

    @property
    def webhooks(self) -> OrganizationWebhooks:
        return OrganizationWebhooks(self._connection, self._bound)

    def delete(
        self,
        *,
        confirm: str,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Delete the organization.

        Memberships end, open invitations are revoked, keys die, the audit trail stays. `confirm`
        is its short name.

        Needs the permission `organization.delete`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/organizations/{organization}",
            {},
            {"confirm": confirm},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def entitlements(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """List what the organization offers its members.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/entitlements",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def get(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """Get the organization.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def overview(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """The organization at a glance.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/overview",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def policy_facts(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """What there is beside the policies.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/organizations/{organization}/policy-facts",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )

    def set_entitlements(
        self,
        *,
        entitlements: Sequence[Mapping[str, Any]],
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Say what the organization offers its members.

        The whole list, in its order. Answers the resource, which takes `organization.read` as
        well.

        Needs the permission `organization.update`.

        Refused with: too-large, invalid-name, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PUT",
            "/organizations/{organization}/entitlements",
            {},
            {"entitlements": entitlements},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        *,
        name: str | Unset = UNSET,
        slug: str | Unset = UNSET,
        policies: Mapping[str, Any] | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Change the name, the short name and the policies.

        What is not given stays. Answers the resource, which takes `organization.read` as well.

        Needs the permission `organization.update`.

        Refused with: slug-taken, invalid-slug, invalid-name, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/organizations/{organization}",
            {},
            {"name": name, "slug": slug, "policies": policies},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class ProjectGroups(Resource):
    def list(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """List groups that hold a role in a project.

        Needs the permission `project.members.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/projects/{project}/groups",
            {},
            {},
            timeout=timeout,
            retries=retries,
        )



class ProjectHistory(Resource):
    def project_members(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        search: str | Unset = UNSET,
        as_of: str,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """List who was in a project on a day.

        Needs the permission `project.members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.

        Refused with: date-in-the-future, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/projects/{project}/history/members",
            {},
            {"page": page, "page_size": page_size, "search": search, "as_of": as_of},
            timeout=timeout,
            retries=retries,
        )



class ProjectInvitations(Resource):
    def create(
        self,
        recipients: Sequence[str],
        *,
        expiry_days: int | None | Unset = UNSET,
        message: str | None | Unset = UNSET,
        welcome: bool | Unset = UNSET,
        template: bool | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        default_projects: bool | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        role_id: str | Unset = UNSET,
        expires_at: str | datetime | None | Unset = UNSET,
        organization_role: str | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Invite people to a project.

        Whoever accepts becomes a member of the organization and of the project, in one step. One
        result for each recipient.

        Needs the permission `invitations.send`.

        recipients: Addresses and usernames, mixed: one or many.
        role_id: Their role in the project: where none is named, that of everybody who joins it,
        else viewer.
        expires_at: When that role ends by itself; null never.
        organization_role: Their role in the organization; the usual one where none is named.

        Refused with: invalid-email, invalid-username, username-unknown, already-invited,
        already-member, other-organization, domain-blocked, seat-limit, too-many-attempts,
        beyond-your-own, role-level-mismatch, reason-required, project-archived,
        expiry-in-the-past, owner-through-group, too-large, expiry-out-of-range, key-needed,
        key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy, storage-full,
        repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/projects/{project}/invitations",
            {},
            {
                "recipients": recipients,
                "expiry_days": expiry_days,
                "message": message,
                "welcome": welcome,
                "template": template,
                "groups": groups,
                "default_projects": default_projects,
                "reason": reason,
                "role": role_id,
                "expires_at": expires_at,
                "organization_role": organization_role,
            },
            items=recipients,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        invitation_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get an invitation that leads to the project.

        Needs the permission `invitations.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/projects/{project}/invitations/{invitation}",
            {"invitation": invitation_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        sender: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        search: str | Unset = UNSET,
        status: Literal["open", "pending", "active", "expired", "expiring", "undeliverable", "accepted", "declined", "revoked", "all", "PENDING", "ACTIVE", "EXPIRED", "ACCEPTED", "DECLINED", "REVOKED", "CANCELLED", "ALL"] | Unset = UNSET,
        type: Literal["JOIN_ORGANIZATION"] | Unset = UNSET,
        start: str | datetime | Unset = UNSET,
        end: str | datetime | Unset = UNSET,
        order_by: Literal["sent", "expires", "email", "-sent", "-expires", "-email"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List invitations that lead to a project.

        Needs the permission `invitations.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        sender: Those that this person sent.
        role_id: Those that give this role in the organization.
        search: Words that occur in the address or the username.
        status: `open` are all that wait for an answer, run out or not; `pending` those whose mail
        is on its way. In capitals they go by the names that other products have for them:
        `PENDING` is `open`.
        type: Every invitation is of this type.
        start: Sent at this moment or later.
        end: Sent before this moment.
        order_by: What it is sorted by; with a minus before it, the other way round.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/projects/{project}/invitations",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "sender": sender,
                "role": role_id,
                "search": search,
                "status": status,
                "type": type,
                "start": start,
                "end": end,
                "order_by": order_by,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        sender: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        search: str | Unset = UNSET,
        status: Literal["open", "pending", "active", "expired", "expiring", "undeliverable", "accepted", "declined", "revoked", "all", "PENDING", "ACTIVE", "EXPIRED", "ACCEPTED", "DECLINED", "REVOKED", "CANCELLED", "ALL"] | Unset = UNSET,
        type: Literal["JOIN_ORGANIZATION"] | Unset = UNSET,
        start: str | datetime | Unset = UNSET,
        end: str | datetime | Unset = UNSET,
        order_by: Literal["sent", "expires", "email", "-sent", "-expires", "-email"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List invitations that lead to a project.

        Goes through all pages, asking for each when it is come to.

        Needs the permission `invitations.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.
        sender: Those that this person sent.
        role_id: Those that give this role in the organization.
        search: Words that occur in the address or the username.
        status: `open` are all that wait for an answer, run out or not; `pending` those whose mail
        is on its way. In capitals they go by the names that other products have for them:
        `PENDING` is `open`.
        type: Every invitation is of this type.
        start: Sent at this moment or later.
        end: Sent before this moment.
        order_by: What it is sorted by; with a minus before it, the other way round.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/projects/{project}/invitations",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "sender": sender,
                "role": role_id,
                "search": search,
                "status": status,
                "type": type,
                "start": start,
                "end": end,
                "order_by": order_by,
            },
            timeout=timeout,
            retries=retries,
        )

    def resend(
        self,
        invitation_id: str,
        *,
        message: str | None | Unset = UNSET,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Send an invitation to the project again.

        Answers the resource, which takes `invitations.read` as well.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, domain-blocked, too-many-attempts,
        key-needed, key-invalid, not-permitted, not-found, invalid-input, rate-limited, busy,
        storage-full, repeat-differs, repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/projects/{project}/invitations/{invitation}/resend",
            {"invitation": invitation_id},
            {"message": message},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def revoke(
        self,
        invitation_id: str,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Revoke an invitation to the project.

        The whole invitation, also where it leads elsewhere as well. Its link stops working at
        once. Answers the resource, which takes `invitations.read` as well.

        Needs the permission `invitations.manage`.

        Refused with: beyond-your-own, invitation-not-open, key-needed, key-invalid, not-permitted,
        not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/projects/{project}/invitations/{invitation}/revoke",
            {"invitation": invitation_id},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )



class ProjectMembers(Resource):
    def add(
        self,
        members: Sequence[str],
        *,
        role_id: str,
        expires_at: str | datetime | None | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Put members of the organization into a project.

        One result for each. Somebody who is in it already gets this role instead.

        Needs the permission `organization.read`.

        role_id: A role of projects.
        expires_at: When it ends by itself; null never. Left out: as it is where they hold this
        role already.
        reason: Why, where the organization asks for a reason.

        Refused with: beyond-your-own, must-be-member, role-level-mismatch, project-archived,
        owner-through-group, owner-is-a-person, expiry-in-the-past, reason-required, last-owner,
        changed-meanwhile, too-large, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way.
        """
        return self._ask(
            "POST",
            "/projects/{project}/members",
            {},
            {"members": members, "role": role_id, "expires_at": expires_at, "reason": reason},
            items=members,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def get(
        self,
        member_id: str,
        *,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Get a member of a project.

        Needs the permission `project.members.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask(
            "GET",
            "/projects/{project}/members/{member}",
            {"member": member_id},
            {},
            timeout=timeout,
            retries=retries,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        via: Literal["direct", "group"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Page:
        """List members of a project.

        By name: with a role given in person, through a group, or both. People who may do
        everything in it by their role in the organization are not in it for that.

        Needs the permission `project.members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._page(
            "GET",
            "/projects/{project}/members",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "search": search,
                "role": role_id,
                "via": via,
            },
            timeout=timeout,
            retries=retries,
        )

    def list_all(
        self,
        *,
        page: int | Unset = UNSET,
        page_size: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        search: str | Unset = UNSET,
        role_id: str | Unset = UNSET,
        via: Literal["direct", "group"] | Unset = UNSET,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Iterator[dict[str, Any]]:
        """List members of a project.

        Goes through all pages, asking for each when it is come to.

        By name: with a role given in person, through a group, or both. People who may do
        everything in it by their role in the organization are not in it for that.

        Needs the permission `project.members.read`.

        page: Which page, from 1 on.
        page_size: How many a page.
        cursor: Where the page begins: `next_cursor` of the one before.

        Refused with: cursor-invalid, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy.
        """
        return self._all(
            "GET",
            "/projects/{project}/members",
            {},
            {
                "page": page,
                "page_size": page_size,
                "cursor": cursor,
                "search": search,
                "role": role_id,
                "via": via,
            },
            timeout=timeout,
            retries=retries,
        )

    def remove(
        self,
        member_id: str,
        *,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Take a member out of a project.

        Ends the role given to them in person. They stay in the organization, and in the project as
        far as a group brings them there.

        Needs the permission `organization.read`.

        Refused with: beyond-your-own, must-be-member, role-level-mismatch, project-archived,
        owner-through-group, owner-is-a-person, expiry-in-the-past, reason-required, last-owner,
        changed-meanwhile, too-large, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/projects/{project}/members/{member}",
            {"member": member_id},
            {},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def update_role(
        self,
        member_id: str,
        *,
        role_id: str,
        expires_at: str | datetime | None | Unset = UNSET,
        reason: str | None | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Give a member a role in a project.

        Puts a member of the organization into the project, or gives somebody who is in it another
        role there. Nothing changes in the organization or in other projects. Somebody who is no
        member of the organization must become one first; an invitation to the project does both in
        one step. Answers the resource, which takes `project.members.read` as well.

        Needs the permission `organization.read`.

        role_id: A role of projects.
        expires_at: When it ends by itself; null never. Left out: as it is where they hold this
        role already.
        reason: Why, where the organization asks for a reason.

        Refused with: beyond-your-own, must-be-member, role-level-mismatch, project-archived,
        owner-through-group, owner-is-a-person, expiry-in-the-past, reason-required, last-owner,
        changed-meanwhile, too-large, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PUT",
            "/projects/{project}/members/{member}",
            {"member": member_id},
            {"role": role_id, "expires_at": expires_at, "reason": reason},
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )



class ProjectResources(Resource):
    @property
    def groups(self) -> ProjectGroups:
        return ProjectGroups(self._connection, self._bound)

    @property
    def history(self) -> ProjectHistory:
        return ProjectHistory(self._connection, self._bound)

    @property
    def invitations(self) -> ProjectInvitations:
        return ProjectInvitations(self._connection, self._bound)

    @property
    def members(self) -> ProjectMembers:
        return ProjectMembers(self._connection, self._bound)

    def archive(
        self,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Archive a project.

        It keeps its people, roles and history, but nothing in it changes until it is restored.
        Answers the resource, which takes `organization.read` as well.

        Needs the permission `project.update`.

        Refused with: project-archived, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, repeat-differs, repeat-under-way,
        precondition-failed.
        """
        return self._ask(
            "POST",
            "/projects/{project}/archive",
            {},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def delete(
        self,
        *,
        confirm: str,
        dry_run: bool = False,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> None:
        """Delete a project.

        Every role in it ends; its trail stays. `confirm` is its name. With `dry_run=true`, who and
        what is in it.

        Needs the permission `project.delete`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "DELETE",
            "/projects/{project}",
            {},
            {"confirm": confirm},
            dry_run=dry_run,
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

    def get(self, *, timeout: float | None = None, retries: int | None = None) -> Answer:
        """Get a project.

        Needs the permission `organization.read`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy.
        """
        return self._ask("GET", "/projects/{project}", {}, {}, timeout=timeout, retries=retries)

    def restore(
        self,
        *,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Restore an archived project.

        Answers the resource, which takes `organization.read` as well.

        Needs the permission `project.update`.

        Refused with: key-needed, key-invalid, not-permitted, not-found, invalid-input,
        rate-limited, busy, storage-full, repeat-differs, repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/projects/{project}/restore",
            {},
            {},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def transfer(
        self,
        *,
        member: str,
        keep: str | None,
        reason: str | Unset = UNSET,
        if_match: str | Answer | None = None,
        idempotency_key: str | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Make another member the owner of a project.

        What the caller holds there in person becomes `keep`, or ends with null.

        Needs the permission `project.transfer`.

        Refused with: must-be-member, already-owner, not-yourself, reason-required,
        beyond-your-own, role-level-mismatch, project-archived, key-needed, key-invalid,
        not-permitted, not-found, invalid-input, rate-limited, busy, storage-full, repeat-differs,
        repeat-under-way, precondition-failed.
        """
        return self._ask(
            "POST",
            "/projects/{project}/transfer",
            {},
            {"member": member, "keep": keep, "reason": reason},
            if_match=if_match,
            idempotency_key=idempotency_key,
            timeout=timeout,
            retries=retries,
        )

    def update(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        visibility: Literal["private", "organization", "requests"] | Unset = UNSET,
        default_role: str | None | Unset = UNSET,
        if_match: str | Answer | None = None,
        timeout: float | None = None,
        retries: int | None = None,
    ) -> Answer:
        """Change a project.

        Answers the resource, which takes `organization.read` as well.

        Needs the permission `project.update`.

        Refused with: name-taken, invalid-name, beyond-your-own, owner-by-default,
        role-level-mismatch, project-archived, key-needed, key-invalid, not-permitted, not-found,
        invalid-input, rate-limited, busy, storage-full, precondition-failed.
        """
        return self._ask(
            "PATCH",
            "/projects/{project}",
            {},
            {
                "name": name,
                "description": description,
                "visibility": visibility,
                "default_role": default_role,
            },
            if_match=if_match,
            timeout=timeout,
            retries=retries,
        )

