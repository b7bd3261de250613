package io.painchain.backend.coverage;

import java.util.ArrayList;
import java.util.List;

import io.painchain.model.integration.Coverage;
import io.painchain.model.validation.FieldError;

public final class CoverageFaults {

    private CoverageFaults() {
    }

    public static List<FieldError> of(List<Coverage> lines) {
        var faults = new ArrayList<FieldError>();
        for (int i = 0; lines != null && i < lines.size(); i++) {
            collect(lines.get(i), "/coverage/" + i, faults);
        }
        return faults;
    }

    private static void collect(Coverage line, String pointer, List<FieldError> faults) {
        if (line.to().isBefore(line.from())) {
            faults.add(new FieldError(pointer + "/to", "must not be before from"));
        }
        for (int i = 0; line.gaps() != null && i < line.gaps().size(); i++) {
            var gap = line.gaps().get(i);
            if (gap.to().isBefore(gap.from())) {
                faults.add(new FieldError(pointer + "/gaps/" + i + "/to", "must not be before from"));
            }
        }
    }
}
