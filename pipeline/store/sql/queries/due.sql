-- Predictions that have come due by the day of --as-of: a day is named after publication, and it is past.
-- order: due, document, claim
-- as-of: due
-- due: Last day of the time that the prediction is about.
-- published: Day of publication of the op-ed.
-- source_type: What sort of source is made to predict it.
-- source: The source's words.
-- modality: How sure it is said to be.
-- text: The prediction, standing alone.
-- document: Id of the op-ed.
-- claim: Id of the claim.
SELECT
    max(d.last) AS due, o.published, c.source_type, c.source, c.modality, c.text, c.document, c.id AS claim
FROM claims c
JOIN documents o ON o.id = c.document
JOIN claim_dates cd ON cd.document = c.document AND cd.claim = c.id
JOIN dates d ON d.document = cd.document AND d.id = cd.date
WHERE c.kind = 'prediction' AND c.modality <> 'counterfactual'
    AND d.last IS NOT NULL AND (o.published IS NULL OR d.last >= o.published)
    AND (d.relation IS NULL OR d.relation NOT IN ('since', 'after'))
GROUP BY c.document, c.id, o.published, c.source_type, c.source, c.modality, c.text
