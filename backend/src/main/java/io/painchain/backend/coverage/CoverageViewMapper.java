package io.painchain.backend.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.RepositoryStatus;

final class CoverageViewMapper {

    private static final String NOTHING_REPORTED = "no connector has told of any repository yet";

    private CoverageViewMapper() {
    }

    record Ledger(String integrationId, List<String> configured, List<RepositoryStatus> statuses, List<Coverage> lines) {
    }

    private record Judged(Judgement judgement, CoverageView.Repository view) {
    }

    static CoverageView toView(CoverageWindow window, List<Ledger> ledgers) {
        var judged = ledgers.stream().flatMap(ledger -> repositories(window, ledger).stream()).toList();
        var worst = Judgement.worst(judged.stream().map(Judged::judgement).toList(),
                ledgers.isEmpty() ? "no integration is enabled" : NOTHING_REPORTED);
        return new CoverageView(window.from(), window.to(), worst.verdict(), worst.sentence(),
                judged.stream().map(Judged::view).toList());
    }

    private static List<Judged> repositories(CoverageWindow window, Ledger ledger) {
        var bySpelling = new TreeMap<String, List<Coverage>>();
        var names = new TreeMap<String, String>();
        ledger.configured().forEach(name -> names.put(key(name), name));
        ledger.statuses().forEach(status -> names.put(key(status.name()), status.name()));
        ledger.lines().forEach(line -> {
            names.put(key(line.repository()), line.repository());
            bySpelling.computeIfAbsent(key(line.repository()), name -> new ArrayList<>()).add(line);
        });
        return names.entrySet().stream()
                .map(name -> bySpelling.getOrDefault(name.getKey(), List.of()).stream().anyMatch(CoverageViewMapper::isRead)
                        ? read(window, ledger.integrationId(), name.getValue(), bySpelling.get(name.getKey()))
                        : unread(window, ledger, name.getValue()))
                .toList();
    }

    private static Judged read(CoverageWindow window, String integrationId, String name, List<Coverage> lines) {
        var worst = Judgement.worst(lines.stream().filter(CoverageViewMapper::isRead).map(line -> Judgement.of(line, window))
                .toList(), NOTHING_REPORTED);
        var sources = lines.stream().sorted(Comparator.comparing(Coverage::source))
                .map(line -> new CoverageView.Source(line.source(), line.from(), line.to(), line.verifiedAt(),
                        Judgement.of(line, window).verdict(), line.gaps() == null ? List.of() : line.gaps()))
                .toList();
        return new Judged(worst, view(integrationId, name, worst, sources));
    }

    /** Webhooks say what came, not that nothing else happened: they neither prove nor lack anything. */
    private static boolean isRead(Coverage line) {
        return Coverage.isRead(line.source());
    }

    private static Judged unread(CoverageWindow window, Ledger ledger, String name) {
        var lastSync = ledger.statuses().stream().filter(status -> status.name().equalsIgnoreCase(name))
                .map(RepositoryStatus::lastSync).filter(Objects::nonNull).findFirst();
        var judgement = judgeUnread(window, lastSync.orElse(null));
        return new Judged(judgement, view(ledger.integrationId(), name, judgement, List.of()));
    }

    private static Judgement judgeUnread(CoverageWindow window, Instant lastSync) {
        if (window.isAhead()) {
            return Judgement.isUnknown("the window has not begun yet");
        }
        return lastSync == null ? Judgement.isGap(window.from(), window.end(), "it was never read")
                : Judgement.isUnknown("its connector tells of no coverage");
    }

    private static CoverageView.Repository view(String integrationId, String name, Judgement judgement,
            List<CoverageView.Source> sources) {
        return new CoverageView.Repository(integrationId, name, judgement.verdict(), judgement.sentence(), sources);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
