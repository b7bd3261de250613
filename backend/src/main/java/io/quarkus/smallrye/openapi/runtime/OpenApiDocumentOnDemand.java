package io.quarkus.smallrye.openapi.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.arc.Unremovable;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;

/**
 * Reads and writes the OpenAPI document when it is first asked for, where Quarkus 3.34 does so at every start (a tenth of it).
 * Quarkus does the
 * same from its change 55538 on: with that version this package goes. It is Quarkus' own, as what is overridden is
 * visible there only.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@Unremovable
@IfBuildProfile("prod")
public class OpenApiDocumentOnDemand extends OpenApiDocumentService {

    private final Map<String, Runnable> notPrepared = new HashMap<>();

    @Override
    synchronized void prepareDocument(AutoSecurityFilter security, Map<RunStage, List<String>> filters, String name) {
        notPrepared.put(name, () -> super.prepareDocument(security, filters, name));
    }

    @Override
    public byte[] getDocument(String name, Format format) {
        prepare(name);
        return super.getDocument(name, format);
    }

    private synchronized void prepare(String name) {
        Runnable preparation = notPrepared.remove(name);
        if (preparation != null) {
            preparation.run();
        }
    }
}
