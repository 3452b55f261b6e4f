-- Roles with the name of what fills them: the canonical name of its first mention, else its words.
-- order: document, claim, n
-- document: Id of the op-ed.
-- claim: Id of the claim.
-- n: Place among the claim's roles, from 0.
-- slot: Which field of the claim: subject, predicate, object, argument.
-- role: Which role.
-- name: Canonical name, else the words, pronouns resolved.
-- label: OntoNotes name of what it is, where it is a name.
SELECT
    r.document, r.claim, r.n, r.slot, r.role,
    coalesce(f.name, e.name, r.text) AS name,
    coalesce(f.label, e.label) AS label
FROM roles r
LEFT JOIN entities e ON e.document = r.document AND e.id = r.entity
LEFT JOIN entities f ON f.document = e.document AND f.id = e.same_as
