-- Recommendations by addressee: who should do what.
-- order: addressee IS NULL, addressee, document, claim
-- addressee: Who should act: the subject, where the verb is active.
-- published: Day of publication of the op-ed.
-- source_type: What sort of source is made to recommend it.
-- polarity: Affirmed: do it; negated: do not.
-- text: The recommendation, standing alone.
-- document: Id of the op-ed.
-- claim: Id of the claim.
SELECT
    CASE WHEN p.voice = 'active' THEN s.name END AS addressee,
    o.published, c.source_type, c.polarity, c.text, c.document, c.id AS claim
FROM claims c
JOIN documents o ON o.id = c.document
JOIN roles p ON p.document = c.document AND p.claim = c.id AND p.slot = 'predicate'
LEFT JOIN named s ON s.document = c.document AND s.claim = c.id AND s.slot = 'subject'
WHERE c.kind = 'recommendation'
