-- The most check-worthy claims that nobody has reviewed yet.
-- order: check_worthiness IS NULL, check_worthiness DESC, document, claim
-- check_worthiness: 0 to 1: would a fact-checker want to check it.
-- kind: Fact, prediction, recommendation, evaluation.
-- source_type: What sort of source is made to say it.
-- text: The claim, standing alone.
-- document: Id of the op-ed.
-- claim: Id of the claim.
SELECT c.check_worthiness, c.kind, c.source_type, c.text, c.document, c.id AS claim
FROM claims c
WHERE NOT EXISTS (SELECT 1 FROM reviews r WHERE r.document = c.document AND r.claim = c.id)
