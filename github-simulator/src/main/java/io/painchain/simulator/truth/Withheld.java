package io.painchain.simulator.truth;

import java.time.Instant;
import java.util.List;

import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.Repository;

/** The details that faults keep from everybody for good, so that a collector may lack these and no others. */
public final class Withheld {

    private Withheld() {
    }

    public static List<WithheldDetail> of(World world, Instant from, Faults faults) {
        return world.repositories().stream().flatMap(repository -> of(repository, from, faults).stream()).toList();
    }

    public static List<WithheldDetail> of(Repository repository, Instant from, Faults faults) {
        String address = "/repos/" + repository.fullName();
        return Details.of(repository, from).stream()
                .filter(detail -> faults.withholds(address + detail.path(), "/repositories/" + repository.id() + detail.path()))
                .map(detail -> new WithheldDetail(address + detail.path(), detail.event())).toList();
    }
}
