package io.painchain.simulator.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.painchain.simulator.world.World;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.repository.NewRepository;
import io.painchain.simulator.world.repository.Repository;

/** The company: its services, its people, the version that each service is at. */
final class Stage {

    static final List<String> SERVICES = List.of("api", "web", "payments", "checkout", "notifications",
            "infrastructure");

    private static final String ORGANIZATION = "acme";
    private static final List<String> PEOPLE = List.of("priya-n", "marcosilva", "annakw", "tom-becker", "yuki-tan",
            "dkowalski");
    private static final Map<String, String> LANGUAGES = Map.of("web", "TypeScript", "checkout", "Kotlin",
            "notifications", "Python", "infrastructure", "HCL");
    private static final Map<String, String> DESCRIPTIONS = Map.of("api", "Public API of the shop", "web",
            "The shop's front end", "payments", "Captures, refunds and webhooks of the payment provider", "checkout",
            "From cart to order", "notifications", "Mail, SMS and push", "infrastructure", "Terraform and manifests");

    private final World world;
    private final Random random;
    private final Map<String, Integer> minorVersions = new HashMap<>();
    private int changes;

    Stage(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    void create(Instant founded) {
        for (String service : SERVICES) {
            String language = LANGUAGES.getOrDefault(service, "Java");
            world.createRepository(new NewRepository(ORGANIZATION + "/" + service, DESCRIPTIONS.get(service), true,
                    false, language, founded, false));
        }
    }

    Repository repository(String service) {
        return world.repository(ORGANIZATION + "/" + service);
    }

    /** Tells apart changes that are made more than once. */
    int nextChange() {
        return ++changes;
    }

    /** A version that the service never had. */
    String nextVersion(String service) {
        return "v2." + minorVersions.merge(service, 1, Integer::sum) + ".0";
    }

    /** The version after the last one, for a fix. */
    String fixVersion(String service) {
        return "v2." + minorVersions.getOrDefault(service, 0) + ".1";
    }

    String somebody() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    String somebodyBut(String login) {
        int index = PEOPLE.indexOf(login);
        return PEOPLE.get((index + 1 + random.nextInt(PEOPLE.size() - 1)) % PEOPLE.size());
    }

    By bot(Instant moment) {
        return By.user("github-actions[bot]").at(moment);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }
}
