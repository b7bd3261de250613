package io.painchain.simulator.gitlab.world.flag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.UnknownThingException;

/** The feature flags of a project. */
public final class FeatureFlags {

    private final Basis basis;
    private final Map<String, FeatureFlag> all = new LinkedHashMap<>();

    public FeatureFlags(Basis basis) {
        this.basis = basis;
    }

    public List<FeatureFlag> all() {
        return List.copyOf(all.values());
    }

    public FeatureFlag get(String name) {
        if (!all.containsKey(name)) {
            throw new UnknownThingException("There is no feature flag " + name);
        }
        return all.get(name);
    }

    /** Made where it is not there. */
    public FeatureFlag set(String name, boolean active, By by) {
        FeatureFlag old = all.get(name);
        FeatureFlag flag = new FeatureFlag(name, "", active, old == null ? basis.at(by) : old.createdAt(), basis.at(by));
        all.put(name, flag);
        return flag;
    }
}
