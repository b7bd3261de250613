package io.painchain.backend.deployment.fact;

import java.util.List;

/** @param whole whether all commits between the two are listed */
public record Push(String head, String base, boolean whole, List<String> commits) {
}
