-- The same claim across op-eds: same subject, by name; same verb; same sum, else same object; affirmed or denied alike.
-- order: op_eds DESC, claims DESC, subject, verb, what
-- chart: what claims
-- subject: Canonical name of the subject, in small letters.
-- verb: Lemma of the predicate.
-- what: The sum, else the head of the object, in small letters.
-- polarity: Affirmed or negated.
-- op_eds: In how many op-eds.
-- claims: How many claims.
-- first_published: Day of the earliest of the op-eds.
-- text: One of the claims.
SELECT
    subject, verb, what, polarity, count(DISTINCT document) AS op_eds, count(*) AS claims,
    min(published) AS first_published, min(text) AS text
FROM (
    SELECT
        c.document, c.polarity, c.text, o.published, lower(s.name) AS subject, p.lemma AS verb,
        coalesce((
            SELECT min(CAST(a.value AS TEXT) || ' ' || coalesce(a.currency, a.unit)) FROM claim_amounts ca
            JOIN amounts a ON a.document = ca.document AND a.id = ca.amount
            WHERE ca.document = c.document AND ca.claim = c.id
        ), (
            SELECT lower(r.head) FROM roles r
            WHERE r.document = c.document AND r.claim = c.id AND r.slot = 'object'
        )) AS what
    FROM claims c
    JOIN documents o ON o.id = c.document
    JOIN roles p ON p.document = c.document AND p.claim = c.id AND p.slot = 'predicate'
    JOIN named s ON s.document = c.document AND s.claim = c.id AND s.slot = 'subject'
        AND s.label IS NOT NULL
) said
WHERE what IS NOT NULL
GROUP BY subject, verb, what, polarity
HAVING count(DISTINCT document) > 1
