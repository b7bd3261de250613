package io.painchain.backend.deployment.metric;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * How changes got to the users of one service.
 *
 * @param environments that are counted
 * @param coverage whether everything of the window was read
 */
@Schema(name = "DeliveryMetrics")
public record DeliveryView(String service, @Nullable String environment, Instant from, Instant to, String by,
        List<String> environments, DeliveryCoverage coverage, DeliveryFigures total, List<Week> weeks) {

    @Schema(name = "DeliveryWeek")
    public record Week(Instant start, DeliveryFigures figures) {
    }

    /** @param verdict complete, late, gap or unknown */
    @Schema(name = "DeliveryCoverage")
    public record DeliveryCoverage(String verdict, String sentence, List<ProjectCoverage> projects) {
    }

    @Schema(name = "ProjectCoverage")
    public record ProjectCoverage(String project, String verdict, String sentence) {
    }

    /**
     * DORA's five, and the steps of what was shipped.
     *
     * @param deployments that were done in production
     * @param changeFailRate of the deployments, those that were undone, reverted or hotfixed within 24 hours
     * @param recovery from a failed deployment until it was undone or repaired
     * @param rework of the deployments, those that repair others
     * @param coding from the first commit until it was ready for review
     * @param pickup until the first review by another human
     * @param review until it was taken over
     * @param deploy until the first deployment that has it was done
     */
    @Schema(name = "DeliveryFigures")
    public record DeliveryFigures(Count deployments, Durations leadTime, Rate changeFailRate, Durations recovery, Rate rework,
            Durations coding, Durations pickup, Durations review, Durations deploy) {
    }

    @Schema(name = "DeliveryCount")
    public record Count(int n, List<Excluded> excluded) {
    }

    /**
     * @param n how many were measured; without any there is neither median nor p90
     * @param median in seconds, as p90; of several by nearest rank
     */
    @Schema(name = "DeliveryDurations")
    public record Durations(int n, @Nullable Long median, @Nullable Long p90, List<Excluded> excluded) {
    }

    /** @param count of {@code n}; {@code byReason} says by what it is known */
    @Schema(name = "DeliveryRate")
    public record Rate(int n, int count, @Nullable Double share, List<Reason> byReason, List<Excluded> excluded) {
    }

    @Schema(name = "DeliveryReason")
    public record Reason(String reason, int count) {
    }

    /** What is not in a figure, and why. */
    @Schema(name = "DeliveryExcluded")
    public record Excluded(String reason, int count, String sentence) {
    }
}
