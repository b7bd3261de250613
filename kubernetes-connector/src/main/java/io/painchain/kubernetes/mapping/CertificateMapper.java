package io.painchain.kubernetes.mapping;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.CertificateFacts;
import io.painchain.model.event.EventDraft;

public record CertificateMapper(ClusterScope scope, ObjectState certificate) {

    public EventDraft issued(CertificateFacts facts) {
        return draft(facts.revision(), "success").at("issued", facts.issuedAt(), certificate.created())
                .until("end", facts.issuedAt()).data("not_after", facts.notAfter() == null ? null : facts.notAfter().toString())
                .data("message", null).build();
    }

    public EventDraft failed(CertificateFacts facts) {
        return draft(facts.revision() + 1, "failure").at("failed", facts.failedAt(), certificate.created())
                .data("message", facts.message()).build();
    }

    private DraftBuilder draft(long revision, String status) {
        String id = "cert-" + scope.object("Certificate", certificate.name()) + "@" + certificate.shortUid() + "." + revision;
        return scope.draft("certificate", "Certificate", certificate.name()).externalId(id).key(id)
                .title("[Certificate] " + Marks.of(status) + " " + certificate.name()).asOf(certificate.asOf()).status(status)
                .data("revision", revision);
    }
}
