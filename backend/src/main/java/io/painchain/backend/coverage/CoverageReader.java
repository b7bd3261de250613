package io.painchain.backend.coverage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.coverage.CoverageRepository.Line;
import io.painchain.backend.coverage.CoverageViewMapper.Ledger;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.tracked.RepositoryNames;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationView;

@Singleton
public class CoverageReader {

    private final CoverageRepository ledger;
    private final IntegrationAccess integrations;
    private final RepositoryNames names;

    CoverageReader(CoverageRepository ledger, IntegrationAccess integrations, RepositoryNames names) {
        this.ledger = ledger;
        this.integrations = integrations;
        this.names = names;
    }

    CoverageView of(IntegrationReference integration, CoverageWindow window) {
        return view(integration.tenantId(), List.of(integrations.masked(integration)), window);
    }

    CoverageView ofTenant(String tenantId, CoverageWindow window) {
        var enabled = integrations.maskedOfTenant(tenantId, null).stream().filter(IntegrationView::enabled).toList();
        return view(tenantId, enabled, window);
    }

    /** Of some repositories, whoever reads them. */
    public CoverageView ofRepositories(String tenantId, Collection<String> repositories, CoverageWindow window) {
        var lines = ledger.linesOf(tenantId, repositories).stream().map(Line::coverage).toList();
        return CoverageViewMapper.toView(window, List.of(new Ledger(null, List.copyOf(repositories), List.of(), lines)));
    }

    private CoverageView view(String tenantId, List<IntegrationView> views, CoverageWindow window) {
        Map<String, List<Coverage>> lines = ledger.lines(tenantId, views.stream().map(IntegrationView::id).toList()).stream()
                .collect(Collectors.groupingBy(line -> line.integrationId().toString(),
                        Collectors.mapping(Line::coverage, Collectors.toList())));
        return CoverageViewMapper.toView(window, views.stream().map(view -> new Ledger(view.id(), names.configured(view),
                view.repositories(), lines.getOrDefault(view.id(), List.of()))).toList());
    }
}
