package io.painchain.kubernetes.change.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.mapping.CertificateMapper;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.CertificateFacts;
import io.painchain.kubernetes.reflector.Target;

/** Issuances by their number; one that fails is the next number until it succeeds. */
public final class CertificateKind implements ChangeKind {

    private static final ResourceType CERTIFICATES = ResourceType.of("cert-manager.io", "v1", "certificates", "Certificate");

    @Override
    public String source() {
        return "certificates";
    }

    @Override
    public boolean hasHistory() {
        return true;
    }

    @Override
    public List<Watched> watched(ClusterConfig config) {
        return List.of(Watched.stored(Target.all(CERTIFICATES), CertificateFacts::of));
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        if (change.deleted()) {
            situation.notes(change.after().namespace()).remove(key(change.after()));
        } else {
            follow(change.after(), situation);
        }
    }

    @Override
    public void listed(ResourceType type, Origin origin, Situation situation) {
        List.copyOf(situation.table(CERTIFICATES.kind()).all().toList()).forEach(one -> follow(one, situation));
    }

    private static String key(ObjectState certificate) {
        return "certificate/" + certificate.name();
    }

    private static void follow(ObjectState certificate, Situation situation) {
        CertificateFacts facts = certificate.facts(CertificateFacts.class);
        if (facts == null) {
            return;
        }
        Notes notes = situation.notes(certificate.namespace());
        Map<String, Object> note = notes.get(key(certificate));
        boolean same = certificate.shortUid().equals(note.get("u"));
        long known = same && note.get("n") instanceof Number number ? number.longValue() : 0;
        long failed = same && note.get("f") instanceof Number seconds ? seconds.longValue() : 0;
        CertificateMapper mapper = new CertificateMapper(situation.scope(certificate.namespace()), certificate);
        if (facts.revision() > known && facts.issuedAt() != null) {
            situation.draft(mapper.issued(facts));
            if (known > 0 && facts.revision() > known + 1) {
                situation.gap("certificates", null, situation.now(), "certificate " + certificate.name() + " keeps only its"
                        + " newest issuance, and " + (facts.revision() - known - 1) + " came in between");
            }
        }
        if (facts.failedAt() != null && facts.failedAt().getEpochSecond() != failed) {
            situation.draft(mapper.failed(facts));
        }
        Map<String, Object> now = new LinkedHashMap<>();
        now.put("u", certificate.shortUid());
        now.put("n", Math.max(known, facts.revision()));
        now.put("f", facts.failedAt() == null ? 0 : facts.failedAt().getEpochSecond());
        notes.put(key(certificate), now);
    }
}
